"""A council as readers see it, with all that stands around it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.queryset import CouncilQuerySet, council_pages
from wagtail_prcouncil.councils.models.seat import Seat, today
from wagtail_prcouncil.councils.models.term import Term
from wagtail_prcouncil.councils.public import elections
from wagtail_prcouncil.councils.public.composition import Composition
from wagtail_prcouncil.councils.public.former import gone, terms_of
from wagtail_prcouncil.councils.public.tenures import Frame, tenure_of
from wagtail_prcouncil.councils.quorum import quorum_due
from wagtail_prcouncil.councils.states import OFFICERS
from wagtail_prcouncil.fields import dialled
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.tenure import Tenure

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage, UpperBody

YEARS_DRAWN = 12  # of officers, on the council's page; the page of all seats goes term by term
LINKED = ("sector", "province", "logo", "legal_document")
ABOVE, BELOW, CHARTER = "above", "below", "charter"  # which page of those around a council


class Quorum(NamedTuple):
    """The rule, and how many of the voting seats it asks for today; these are none where nobody
    votes any more."""

    kind: str
    value: int | None
    due: int
    voting_seats: int


def drawn_since(day: dt.date) -> dt.date:
    """The earliest day that is drawn where nothing else says so."""
    return day - dt.timedelta(days=round(YEARS_DRAWN * 365.25))


class CouncilProfile:
    """Reads each of its parts once, when a template asks.

    `page` has the words; `facts`, its original, what the council is and who sits in it (rule A18).
    """

    def __init__(self, page: "CouncilPage", facts: "CouncilPage", request: HttpRequest) -> None:
        self.page, self.facts, self._request = page, facts, request
        self.is_closed = facts.closed_on is not None
        # A council that has ended is shown as it was on its last day.
        self.day = min(today(), facts.closed_on) if facts.closed_on else today()

    @classmethod
    def of(cls, page: "CouncilPage", request: HttpRequest) -> Self:
        """In a preview the draft speaks for itself; otherwise the original is read with what it
        links to."""
        if getattr(request, "is_preview", False):
            original = page.original()
            page.facts = page if original.pk == page.pk else original
        else:
            page.facts = page.shown_original(_with_links())
        return cls(page, page.facts, request)

    @cached_property
    def composition(self) -> Composition:
        return Composition(self.facts, self.day, officers_since=drawn_since(self.day))

    @property
    def voting_seats(self) -> int:
        return self.composition.voting_seats

    @property
    def quorum(self) -> Quorum:
        kind, value = self.facts.quorum_kind, self.facts.quorum_value
        voting_seats = 0 if self.is_closed else self.voting_seats
        return Quorum(kind, value, quorum_due(kind, value, voting_seats), voting_seats)

    @cached_property
    def terms(self) -> list[Term]:
        """The latest first."""
        return terms_of(self.facts) if self.facts.pk else []

    @property
    def term(self) -> Term | None:
        """The one that goes on, by number and first day alone; none of a council that has ended,
        nor in a preview."""
        number = getattr(self.facts, "running_number", None)
        if self.is_closed or number is None:
            return None
        return Term(number=number, since=self.facts.running_since)

    @property
    def seated_agencies(self) -> set[int]:
        """Those that seats belong to today, and those on whose behalf somebody sits."""
        found: set[int | None] = set()
        for one in self.composition.sittings:
            stays = (*one.holders, *one.substitutes)
            found |= {one.seat.agency_id, *(stay.agency_id for stay in stays)}
        return {key for key in found if key is not None}

    @property
    def former(self) -> int:
        """How many persons sat there and do not today; nobody is counted for a preview."""
        return getattr(self.facts, "former", 0)

    @cached_property
    def tenure(self) -> Tenure | None:
        """Of the officers."""
        seats = [one.seat for one in self.composition.sittings if one.seat.role in OFFICERS]
        frame = Frame(drawn_since(self.day), self.day, not self.is_closed)
        return self.tenure_of(seats, frame, self.composition.officers)

    def tenure_of(
        self, seats: Sequence[Seat], frame: Frame, rows: Iterable[Appointment] | None = None
    ) -> Tenure | None:
        language = page_language(self.page)
        return tenure_of(seats, frame, language, persons=self.persons_url, rows=rows)

    @cached_property
    def _elections(self) -> list[elections.Shown]:
        return elections.latest(self.facts) if self.facts.pk else []

    @property
    def elections(self) -> list[elections.Shown]:
        return self._elections[: elections.MOST_ON_COUNCIL]

    @property
    def has_more_elections(self) -> bool:
        return len(self._elections) > elections.MOST_ON_COUNCIL

    @cached_property
    def upper_bodies(self) -> "list[UpperBody]":
        # The key too: rows without a place stand as they were written, on every database.
        bodies = self.facts.upper_bodies.select_related("agency")
        return sorted(bodies, key=lambda body: (body.sort_order or 0, body.pk or 0))

    @property
    def above(self) -> Page | None:
        """The council above it, where readers of this language may see it."""
        return next((page for page in self._around if page.kin == ABOVE), None)

    @property
    def below(self) -> list[Page]:
        """Councils that name this one as theirs."""
        return [page for page in self._around if page.kin == BELOW]

    @property
    def ethics_charter(self) -> Page | None:
        """In the reader's language, else as it was chosen; None where it is not for everyone."""
        found = [page for page in self._around if page.kin == CHARTER]
        return next((page for page in found if page.locale_id == self.page.locale_id), None) or (
            found[0] if found else None
        )

    @property
    def dialled(self) -> str:
        return dialled(self.facts.telephone)

    @property
    def has_contacts(self) -> bool:
        facts, page = self.facts, self.page
        ways = (facts.telephone, facts.email, page.secretariat, page.secretariat_address)
        return any(ways)

    @cached_property
    def persons_url(self) -> str:
        """Below which cards of persons lie; empty where the list of councils is not public, and of
        a page that is being made."""
        around = face_of(self.page, self._request).around
        path = (self.page.path or "")[: -Page.steplen]
        lists = (row for row in (around.home_read, *around.ancestors_read) if row)
        index = next((row.page() for row in lists if row.path == path), None)
        return f"{index.get_url(self._request)}persons/" if index else ""

    @cached_property
    def _around(self) -> list[Any]:
        """Readable pages that stand around the council, and which they are (`kin`). One query, each
        part of which looks into an index; as one condition with OR it reads all pages."""
        group = _group(self.page.pk and self.page.translation_key)
        chosen = self.facts.ethics_charter_id
        here = Q(locale_id=self.page.locale_id)
        kin = {
            ABOVE: here & Q(translation_key__in=_keys(pk=self.facts.parent_council_id)),
            BELOW: here & Q(translation_key__in=group),
            CHARTER: (here | Q(pk=chosen)) & Q(translation_key__in=_keys(pk=chosen)),
        }
        found = ReadableQuerySet(Page).readable().without_aliases().order_by()
        others = found.exclude(translation_key=self.page.translation_key)
        first, *rest = (
            others.filter(where).annotate(kin=Value(name, CharField()))
            for name, where in kin.items()
        )
        return list(first.union(*rest, all=True).order_by("path"))


def _with_links() -> CouncilQuerySet:
    """Councils with what they link to, how many persons sit there no longer, and number and first
    day of the term that goes on."""
    over = gone(Appointment.objects.filter(seat__council=OuterRef("pk"))).order_by()
    persons = Count("person", distinct=True)
    counted = over.values("seat__council").annotate(number=persons).values("number")
    pages = council_pages().select_related(*LINKED)
    running = Term.objects.filter(council=OuterRef("pk")).on(today()).latest_first()
    return pages.annotate(
        former=Coalesce(Subquery(counted), 0),
        running_number=Subquery(running.values("number")[:1]),
        running_since=Subquery(running.values("since")[:1]),
    )


def _keys(**one: Any) -> Any:
    """The translation key of a page, as a part of a query."""
    return Page.objects.order_by().filter(**one).values("translation_key")


def _group(key: Any) -> Any:
    """The same of the councils that name one of this key as theirs."""
    return (
        council_pages()
        .order_by()
        .filter(parent_council__translation_key=key)
        .values("translation_key")
    )
