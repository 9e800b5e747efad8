"""The secretary's desk: what is kept of one meeting, in tabs. `desk.TABS` says which there are."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Media
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.desk import (
    DESK_LOOK,
    AxisShown,
    DeskAskingTab,
    DeskAskingView,
    OnADesk,
    ReadTab,
    VerbShown,
)
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.admin.reading import axes_as_read, number_as_read, time_as_read
from wagtail_prcouncil.meetings.admin.verbs import verbs_shown
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import Verb

LISTING = Listing("prcouncil_meetings", _("Meetings"))
DESK = DESK_LOOK + Media(css={"all": ["prcouncil_meetings/admin.css"]})


def meetings_for_desk() -> QuerySet[Meeting]:
    """With what every screen of the desk prints."""
    return Meeting.objects.select_related("page__locale", "council")


def tab_url(meeting: Meeting, slug: str) -> str:
    return LISTING.place(slug, meeting.pk)


class OnTheDesk(OnADesk):
    """What stands around every tab and screen of one meeting."""

    verbs: ClassVar[Sequence[Verb]] = ()
    listing, policy, seeing = LISTING, MEETINGS, SEEING
    header_icon = "calendar-alt"
    parts_label = _("Parts of the meeting")
    look = DESK
    meeting: Meeting

    @property
    def kept(self) -> Meeting:
        return self.meeting

    def put_on_desk(self, row: Meeting) -> None:
        self.meeting = row

    def desk_rows(self) -> QuerySet[Meeting]:
        return meetings_for_desk()

    def told(self) -> Iterable[str]:
        yield self.meeting.get_kind_display()
        if number := number_as_read(self.meeting):
            yield gettext("No. %(number)s") % {"number": number}
        yield time_as_read(self.meeting.starts_at, self.meeting.ends_at)

    def axes(self) -> Sequence[AxisShown]:
        return axes_as_read(self.meeting)

    def verbs_shown(self) -> Sequence[VerbShown]:
        return verbs_shown(self.meeting, self.verbs, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}


class MeetingTab(OnTheDesk, ReadTab):
    """A tab that is read, with links to what can be done."""


class MeetingAskingView(OnTheDesk, DeskAskingView):
    """A screen of one meeting that calls an action, and leads back to its tab."""

    right = Right.CHANGE

    def row_facts(self, row: Meeting) -> Iterable[Fact]:
        return meeting_facts(row)


class AskingTab(MeetingAskingView, DeskAskingTab):
    """A tab that is a form for those who may change the meeting, and is read by the others."""


def meeting_facts(meeting: Meeting) -> Iterable[Fact]:
    """When it is and where it stands."""
    if meeting.starts_at:
        yield Fact(_("Time"), time_as_read(meeting.starts_at, meeting.ends_at))
    for axis in axes_as_read(meeting):
        yield Fact(axis.name, axis.value)
