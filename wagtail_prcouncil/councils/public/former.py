"""Those who left a council, term by term, a window at a time. Who sits there again is said so, and
is not counted among former members."""

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from wagtail_prcouncil.councils.models.appointment import Appointment, AppointmentQuerySet
from wagtail_prcouncil.councils.models.term import Term
from wagtail_prcouncil.councils.public.composition import with_faces
from wagtail_prcouncil.pages.keyset import Window, is_beginning, window

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage

PER_WINDOW = 60


class Leavers(NamedTuple):
    """Stays that ended within one term; `term` is None for those before the first, and where a
    council counts no terms."""

    term: Term | None
    stays: list[Appointment]


class FormerMembers:
    """Of a council's original. Two queries, and one more for pictures, however many there were.
    Raises Http404 for a place in the list that cannot be read."""

    def __init__(self, council: "CouncilPage", asked: QueryDict) -> None:
        self.council = council
        self.is_beginning = is_beginning(asked)
        self.window: Window[Appointment] = window(
            _former(council), asked, field="until", size=PER_WINDOW
        )

    @cached_property
    def by_term(self) -> list[Leavers]:
        """The last to leave first."""
        terms = terms_of(self.council)
        found = groupby(self.window.items, lambda stay: _term_of(stay, terms))
        return [Leavers(term, list(stays)) for term, stays in found]


def terms_of(council: "CouncilPage") -> list[Term]:
    """Of an original, the latest first. What was to last longer than the council ended with it."""
    terms, closed_on = list(council.terms.latest_first()), council.closed_on
    if closed_on is None:
        return terms
    lived = [term for term in terms if term.since <= closed_on]
    for term in lived:
        term.until = min(term.until or closed_on, closed_on)
    return lived


def gone(stays: AppointmentQuerySet) -> AppointmentQuerySet:
    """Those that are over, of persons who do not sit in the same council today."""
    return _marked(stays).filter(sits_again=False)


def _former(council: "CouncilPage") -> AppointmentQuerySet:
    """With `sits_again`: whether the person sits there today, in this seat or another."""
    return with_faces(_marked(Appointment.objects.of_council(council)).with_people())


def _marked(stays: AppointmentQuerySet) -> AppointmentQuerySet:
    here = {"person": OuterRef("person"), "seat__council": OuterRef("seat__council")}
    today = Appointment.objects.current().filter(**here)
    return stays.former().annotate(sits_again=Exists(today))


def _term_of(stay: Appointment, terms: Sequence[Term]) -> Term | None:
    """The term in which it ended; between two terms the one before."""
    return next((term for term in terms if stay.until and term.since <= stay.until), None)
