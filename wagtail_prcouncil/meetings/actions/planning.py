"""A meeting is put into the plans of a council: its page, as a draft, with what is so of it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext, override

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.actions.placing import add_below, list_of
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.rules import check_open
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.actions.convening import Notice, write_notice
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.persian.slugs import slugify

LIST_SLUG = "meetings"


def plan(
    council: CouncilPage, title: str, notice: Notice, *, by: AbstractBaseUser | None = None
) -> Meeting:
    """A planned meeting, whose page stands as a draft below the council's list of meetings; the
    list is made, as a draft too, where the council has none.

    Raises PermissionDenied for whoever may add no pages there, MeetingError beside the field.
    """
    with transaction.atomic():
        home = locked_council(council)
        require(by, Right.ADD, home)
        check_open(home)
        if not title.strip():
            raise MeetingError(gettext("Say what it is called."), field="title")
        page = MeetingPage(
            title=title.strip(), slug=slugify(title), locale=home.locale, live=False, owner=by
        )
        with override(home.locale.language_code):
            title_of_list = gettext("Meetings")
        meetings = list_of(home, MeetingIndexPage, title_of_list, LIST_SLUG, by)
        add_below(meetings, page, "meeting", by)
        made = Meeting.objects.get(key=page.translation_key)
        made.council = home
        write_notice(made, notice, by)
    return made
