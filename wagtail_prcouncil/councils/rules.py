"""Rules of seats and appointments, asked of plain values: by actions for one row, by an import for
each of its lines before anything is written."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import HOLDING

ENDS_EARLIER = _("It ends before it begins.")
AHEAD = dt.timedelta(days=366)
"""Nobody is appointed earlier than this before the first day; what lies further off is a slip."""


class CouncilError(Exception):
    """A rule of councils was broken; the sentence is for people.

    `field` is the input beside which it belongs, or empty.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class OverlapError(CouncilError):
    """Two would hold one seat on the same day, or one person two votes."""


class InUseError(CouncilError):
    """What shall go is named by something that stays."""


class ConflictError(CouncilError):
    """Somebody else changed it first, or deleted it."""


class Stay(NamedTuple):
    """Somebody in a seat, as far as rules ask; `person` is whoever equals himself."""

    name: str
    capacity: str
    span: Span
    person: object = None


class Closable(Protocol):
    """A council, as far as rules ask."""

    closed_on: dt.date | None


def check_open(council: Closable) -> None:
    """Raise CouncilError for a council that has ended: it accepts nothing new."""
    if council.closed_on is not None:
        raise CouncilError(gettext("This council is closed."))


def check_span(span: Span) -> None:
    """Raise CouncilError beside the end for a time that runs backwards."""
    if span.is_backwards:
        raise CouncilError(str(ENDS_EARLIER), field="until")


def check_ahead(since: dt.date, today: dt.date) -> None:
    """Raise CouncilError for a first day that lies too far ahead."""
    if since > today + AHEAD:
        raise CouncilError(gettext("This day lies more than a year ahead."), field="since")


def check_once(person: object, span: Span, others: Iterable[Stay]) -> None:
    """Raise OverlapError where the same person surely sits in the same seat on one of these days,
    in whatever capacity."""
    for other in others:
        if other.person == person and span.contradicts(other.span):
            sentence = gettext(
                "%(person)s sits in this seat on some of these days already. End that first."
            )
            raise OverlapError(sentence % {"person": other.name}, field="person")


def check_holders(capacity: str, span: Span, others: Iterable[Stay]) -> None:
    """Raise OverlapError where another surely held the seat on one of these days; substitutes
    stand beside the holder."""
    if capacity not in HOLDING:
        return
    for other in others:
        if other.capacity in HOLDING and span.contradicts(other.span):
            sentence = gettext("%(person)s holds this seat on some of these days.")
            raise OverlapError(sentence % {"person": other.name}, field="since")


def check_votes(span: Span, others: Iterable[Stay]) -> None:
    """Raise OverlapError where the same person surely sat with a vote elsewhere in the council;
    `others` are named by the seat."""
    for other in others:
        if other.capacity in HOLDING and span.contradicts(other.span):
            sentence = gettext(
                "This person has a vote in this council on some of these days already: %(seat)s. "
                "End that first, or give one of the two seats no vote."
            )
            raise OverlapError(sentence % {"seat": other.name}, field="person")


def check_within(span: Span, whole: Span, *, sentence: str) -> None:
    """Raise CouncilError, with that sentence, where a time surely leaves the one that it lies in:
    that of its seat, or of its agency."""
    if span.surely_since < whole.since:
        raise CouncilError(sentence, field="since")
    if whole.until is not None:
        if span.since > whole.until:
            raise CouncilError(sentence, field="since")
        ends = span.surely_until
        if ends is None or ends > whole.until:
            raise CouncilError(sentence, field="until")
