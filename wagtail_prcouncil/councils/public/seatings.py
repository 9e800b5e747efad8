"""All seats of a council with who sat in them, term by term: a council of forty seats has had
hundreds of members."""

from functools import cached_property

from django.db.models import Q
from django.http import QueryDict

from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.models.term import Term
from wagtail_prcouncil.councils.public.profiles import CouncilProfile, Frame, drawn_since
from wagtail_prcouncil.councils.public.tenures import with_first_day
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.ui.tenure import Tenure


class Seatings:
    """Of the term that `?term=2` asks for, else of the last that has begun; of the last years
    where a council counts no terms."""

    def __init__(self, profile: CouncilProfile, asked: QueryDict) -> None:
        self.profile = profile
        self._asked = to_ascii(str(asked.get("term", "")))

    @property
    def terms(self) -> list[Term]:
        """Those that have begun, the latest first."""
        return [term for term in self.profile.terms if term.since <= self.profile.day]

    @cached_property
    def term(self) -> Term | None:
        chosen = (term for term in self.terms if str(term.number) == self._asked)
        return next(chosen, next(iter(self.terms), None))

    @cached_property
    def frame(self) -> Frame:
        day, term, is_open = self.profile.day, self.term, not self.profile.is_closed
        if term is None:
            return Frame(drawn_since(day), day, is_open)
        if term.until is not None and term.until < day:
            return Frame(term.since, term.until, is_open=False)
        return Frame(term.since, day, is_open)

    @cached_property
    def seats(self) -> list[Seat]:
        """Those that are known to have been there in that time; up to this day also those of
        which no first day is known."""
        if self.profile.facts.pk is None:
            return []
        began = Q(first_day__lte=self.frame.until)
        if self.frame.until == self.profile.day:
            began |= Q(first_day=None)
        lasted = Q(until=None) | Q(until__gte=self.frame.since)
        there = with_first_day(self.profile.facts.seats.all()).filter(began, lasted)
        return list(there.in_order().select_related("agency"))

    @cached_property
    def tenure(self) -> Tenure | None:
        return self.profile.tenure_of(self.seats, self.frame)
