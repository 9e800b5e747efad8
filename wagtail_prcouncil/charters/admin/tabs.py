"""The secretary's desk: what is kept of one charter, in tabs. `desk.TABS` says which there are."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Media
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.admin.reading import axes_as_read, charter_facts
from wagtail_prcouncil.charters.admin.verbs import verbs_shown
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.transitions import Verb
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

DESK = DESK_LOOK + Media(css={"all": ["prcouncil_charters/admin.css"]})


def charters_for_desk() -> QuerySet[Charter]:
    """With what every screen of the desk prints."""
    return Charter.objects.select_related("page__locale", "council")


def tab_url(charter: Charter, slug: str) -> str:
    return LISTING.place(slug, charter.pk)


class OnTheDesk(OnADesk):
    """What stands around every tab and screen of one charter."""

    verbs: ClassVar[Sequence[Verb]] = ()
    listing, policy, seeing = LISTING, CHARTERS, SEEING
    header_icon = "doc-full-inverse"
    parts_label = _("Parts of the charter")
    look = DESK
    charter: Charter

    @property
    def kept(self) -> Charter:
        return self.charter

    def put_on_desk(self, row: Charter) -> None:
        self.charter = row

    def desk_rows(self) -> QuerySet[Charter]:
        return charters_for_desk()

    @cached_property
    def versions(self) -> list[CharterVersion]:
        """The latest first, without their texts."""
        return versions_of(self.charter)

    def told(self) -> Iterable[str]:
        yield self.charter.get_kind_display()

    def axes(self) -> Sequence[AxisShown]:
        return axes_as_read(self.charter, self.versions)

    def verbs_shown(self) -> Sequence[VerbShown]:
        return verbs_shown(self.charter, self.versions, self.verbs, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"charter": self.charter}


class CharterTab(OnTheDesk, ReadTab):
    """A tab that is read, with links to what can be done."""


class CharterAskingView(OnTheDesk, DeskAskingView):
    """A screen of one charter that calls an action, and leads back to its tab."""

    right = Right.CHANGE

    def row_facts(self, row: Charter) -> Iterable[Fact]:
        return charter_facts(row, versions_of(row))


class CharterAskingTab(CharterAskingView, DeskAskingTab):
    """A tab that is a form for those who may change the charter, and is read by the others."""


def versions_of(charter: Charter) -> list[CharterVersion]:
    """The latest first, without their texts; each knows its charter."""
    rows = list(charter.versions.without_texts().select_related("adopted_in").latest_first())
    for row in rows:
        row.charter = charter
    return rows
