"""A charter is begun: its page, as a draft, with what is so of it and its first version."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext, override

from wagtail_prcouncil.charters.actions.locking import note
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterIndexPage,
    CharterPage,
    CharterVersion,
)
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.actions.placing import add_below, list_of
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.rules import check_open
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.persian.slugs import slugify

LIST_SLUG = "charters"


def start(
    council: CouncilPage, title: str, kind: str, *, by: AbstractBaseUser | None = None
) -> Charter:
    """A charter without a clause, whose page stands as a draft below the council's list of
    charters; the list is made, as a draft too, where the council has none.

    Raises PermissionDenied for whoever may add no pages there, CharterError beside the field,
    CouncilError for a council that was closed.
    """
    with transaction.atomic():
        home = locked_council(council)
        require(by, Right.ADD, home)
        check_open(home)
        if not title.strip():
            raise CharterError(gettext("Say what it is called."), field="title")
        if kind not in Kind.values:
            raise CharterError(gettext("There is no such kind."), field="kind")
        with override(home.locale.language_code):
            title_of_list = gettext("Charters")
        charters = list_of(home, CharterIndexPage, title_of_list, LIST_SLUG, by)
        page = CharterPage(
            title=title.strip(), slug=slugify(title), locale=home.locale, live=False, owner=by
        )
        add_below(charters, page, "charter", by)
        made = Charter.objects.get(key=page.translation_key)
        made.kind = kind
        made.save(update_fields=["kind"])
        CharterVersion.objects.create(charter=made, number=1, begun_by=by)
        note(made, Verb.BEGIN, by, {"number": 1})
    return made
