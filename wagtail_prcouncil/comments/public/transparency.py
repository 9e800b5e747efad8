"""What became of readers' comments, month by month, in numbers that everybody may read."""

from collections import Counter
from typing import NamedTuple

from django.core.cache import cache
from django.utils.translation import gettext

from wagtail_prcouncil.comments.months import TOLD, Month, Numbers, stored_numbers
from wagtail_prcouncil.comments.quantities import NOTHING, span_as_read
from wagtail_prcouncil.comments.states import Reason, Verb
from wagtail_prcouncil.pages.numerals import in_numerals

KEPT_FOR = 3600  # seconds by which the numbers may be behind


class Sheet(NamedTuple):
    """A table as `components/table.html` shows it."""

    caption: str
    headings: list[str]
    rows: list[list[str]]


def kept_numbers(months: list[Month]) -> Numbers:
    """Of each month; the clock counts them each hour."""
    key = f"prcouncil_comments.transparency.{months[0].begin:%Y%m%d}"
    numbers: Numbers | None = cache.get(key)
    if numbers is None:
        numbers = stored_numbers(months)
        cache.set(key, numbers, KEPT_FOR)
    return numbers


def sheets(months: list[Month], numbers: Numbers) -> list[Sheet]:
    """What became of the comments, and why some were rejected."""
    found = [_outcomes(months, numbers)]
    reasons = _reasons(months, numbers)
    return [*found, reasons] if reasons.rows else found


def _outcomes(months: list[Month], numbers: Numbers) -> Sheet:
    headings = [
        gettext("Month"),
        gettext("Received"),
        gettext("Comments published"),
        gettext("Rejected"),
        gettext("Spam"),
        gettext("Taken down later"),
        gettext("Erased"),
        gettext("Half were decided within"),
    ]
    rows = []
    for place, month in enumerate(months):
        counted = [numbers.received.get(place, 0), *(numbers.done(place, verb) for verb in TOLD)]
        waited = span_as_read(numbers.median.get(place))
        rows.append([_title(place, month), *map(in_numerals, counted), waited])
    return Sheet(gettext("What became of the comments"), headings, rows)


def _reasons(months: list[Month], numbers: Numbers) -> Sheet:
    """One row for each reason that was given, the most frequent first."""
    by_reason: dict[str, Counter[int]] = {}
    for (place, verb, reason), number in numbers.decided.items():
        if verb in (Verb.REJECT, Verb.TAKE_DOWN):
            by_reason.setdefault(reason, Counter())[place] += number
    headings = [gettext("Reason"), gettext("Sum"), *(month.title for month in months)]
    rows = []
    for reason, counts in sorted(by_reason.items(), key=lambda one: -one[1].total()):
        label = str(Reason(reason).label) if reason in Reason else NOTHING
        places = range(len(months))
        counted = [counts.total(), *(counts[place] for place in places)]
        rows.append([label, *map(in_numerals, counted)])
    return Sheet(gettext("Why comments were rejected or taken down"), headings, rows)


def _title(place: int, month: Month) -> str:
    if place:
        return month.title
    return gettext("%(month)s, so far") % {"month": month.title}
