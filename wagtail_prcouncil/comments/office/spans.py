"""The days that a report of the office is about."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from wagtail_prcouncil.comments.models import Decision
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter

USUAL = dt.timedelta(days=29)  # with today, thirty
A_YEAR = dt.timedelta(days=365)
FIRST_DAY, LAST_DAY = dt.date(1990, 1, 1), dt.date(2100, 1, 1)


class Days(NamedTuple):
    """From one day to another, both included, by Tehran's calendar."""

    first: dt.date
    last: dt.date

    @property
    def begin(self) -> dt.datetime:
        return dt.datetime.combine(self.first, dt.time(), TEHRAN)

    @property
    def end(self) -> dt.datetime:
        """The moment after the last day."""
        return dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), TEHRAN)


class SpanFilterSet(WagtailFilterSet):
    """The days of a report; where nobody asked for any, the last thirty."""

    at = JalaliDateRangeFilter(label=_("Days"))

    class Meta:
        model = Decision
        fields: tuple[str, ...] = ()

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        asked = data.copy() if data is not None else QueryDict(mutable=True)
        if not asked.get("at_from") and not asked.get("at_to"):
            asked["at_from"] = (today() - USUAL).isoformat()
            asked["at_to"] = today().isoformat()
        super().__init__(asked, **kwargs)

    @property
    def days(self) -> Days:
        """The span in force. One without an end ends today, one without a beginning goes back a
        year, and what cannot be read is the last thirty days."""
        value = self.form.cleaned_data.get("at") if self.form.is_valid() else None
        if value is None:
            return Days(today() - USUAL, today())
        last = _possible(value.stop or max(today(), value.start))
        return Days(_possible(value.start or last - A_YEAR), last)


def today() -> dt.date:
    return timezone.localdate(timezone=TEHRAN)


def _possible(day: dt.date) -> dt.date:
    """Nobody commented before there was a web."""
    return min(max(day, FIRST_DAY), LAST_DAY)
