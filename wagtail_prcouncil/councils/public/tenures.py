"""Who sat in which seat from when to when, and when it was vacant, as `ui/tenure.py` draws it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.seat import Seat, SeatQuerySet
from wagtail_prcouncil.councils.public.known_days import as_known
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Capacity, Precision
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.tenure import Stay, Tenure


class Frame(NamedTuple):
    """The days that are drawn, both included, and whether the last is today: then who sits there
    sits there still."""

    since: dt.date
    until: dt.date
    is_open: bool = True


def with_first_day(seats: SeatQuerySet) -> SeatQuerySet:
    """With `first_day`: since when a seat is known to be there. Where it does not say so itself,
    that is since somebody is known to have held it; before, nobody knows whether it was vacant."""
    held = Appointment.objects.holding().filter(seat=OuterRef("pk")).order_by("since")
    return seats.annotate(first_day=Coalesce("since", Subquery(held.values("since")[:1])))


def tenure_of(
    seats: Sequence[Seat],
    frame: Frame,
    language: PageLanguage,
    *,
    persons: str = "",
    rows: Iterable[Appointment] | None = None,
) -> Tenure | None:
    """Of these seats, with their agencies and `with_first_day`, in their order; None where nobody
    sat there. Drawn from the first day that somebody did. `persons` is the address below which
    their cards lie. One query, none where holders are given; substitutes, who stand beside a
    holder, are left out."""
    held: dict[int, list[Appointment]] = {seat.pk: [] for seat in seats}
    for row in _holders(seats, frame) if rows is None else rows:
        held[row.seat_id].append(row)
    began = [stays[0].since for stays in held.values() if stays]
    if not began:
        return None
    drawn = frame._replace(since=max(frame.since, min(began)))
    titles = _titles(seats, language)
    places = {
        title: list(_stays(seat, held[seat.pk], drawn, language, persons))
        for seat, title in zip(seats, titles, strict=True)
    }
    return Tenure.of(places, drawn.since, drawn.until, language)


def _holders(seats: Sequence[Seat], frame: Frame) -> Iterable[Appointment]:
    ends_later = Q(until=None) | Q(until__gte=frame.since)
    rows = Appointment.objects.holding().filter(
        ends_later, seat__in=[seat.pk for seat in seats], since__lte=frame.until
    )
    return rows.select_related("person").order_by("since", "pk")


def _stays(
    seat: Any, rows: Sequence[Appointment], frame: Frame, language: PageLanguage, persons: str
) -> Iterator[Stay]:
    """Holders in their order, with the gaps between them; none before the seat is known."""
    if seat.first_day is None:
        return
    free = max(seat.first_day, frame.since)  # from then on nobody is known
    precision: str = Precision.DAY
    for row in rows:
        if row.since > free:
            gap = _gap(free, row.since - ONE_DAY, precision, language)
            yield replace(gap, until_words=_words(row.since, row.since_precision, language))
        yield _stay(row, language, persons)
        free = max(free, row.until + ONE_DAY) if row.until else dt.date.max
        precision = row.until_precision
    last = min(seat.until, frame.until) if seat.until else frame.until
    if free <= last:
        goes_on = frame.is_open and seat.until is None
        yield _gap(free, None if goes_on else last, precision, language)


def _stay(row: Appointment, language: PageLanguage, persons: str) -> Stay:
    is_full = row.capacity == Capacity.FULL
    return Stay(
        row.person.name_in(language.code),
        row.since,
        row.until,
        note="" if is_full else row.get_capacity_display(),
        look="full" if is_full else "acting",
        url=f"{persons}{row.person_id}/" if persons else "",
        since_words=_words(row.since, row.since_precision, language),
        until_words=_words(row.until, row.until_precision, language),
    )


def _gap(since: dt.date, until: dt.date | None, precision: str, language: PageLanguage) -> Stay:
    words = _words(since - ONE_DAY, precision, language)
    return Stay(capfirst(gettext("vacant")), since, until, look="vacant", since_words=words)


def _words(day: dt.date | None, precision: str, language: PageLanguage) -> str:
    """In place of a day that is not known as such."""
    is_exact = day is None or precision == Precision.DAY
    return "" if is_exact else as_known(day, precision, language)  # type: ignore[arg-type]


def _titles(seats: Sequence[Seat], language: PageLanguage) -> list[str]:
    """What seats are called, with the agency and at last a number where two share a name."""
    names = [capfirst(seat.name_in(language.code)) for seat in seats]
    for place, seat in enumerate(seats):
        if names.count(names[place]) > 1 and seat.agency is not None:
            names[place] = f"{names[place]} ({seat.agency.name_in(language.code)})"
    return [
        name if names.count(name) == 1 else f"{name} {place}" for place, name in enumerate(names, 1)
    ]
