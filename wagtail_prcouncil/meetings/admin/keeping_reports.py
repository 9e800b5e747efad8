"""What reports of meetings share: who may take rows away, and the days of a period."""

import datetime as dt
from typing import Any

import django_filters

from wagtail_prcouncil.councils.admin.filters import DayField
from wagtail_prcouncil.councils.admin.scoped_reports import ScopedReport
from wagtail_prcouncil.meetings.admin.policies import MEETINGS
from wagtail_prcouncil.meetings.public.sheets import ONE_DAY, midnight


class DayOfMeeting(django_filters.DateFilter):
    """Meetings since a day, or until the end of one, in Tehran."""

    field_class = DayField

    def __init__(self, *args: Any, is_last: bool = False, **kwargs: Any) -> None:
        self.is_last = is_last
        super().__init__(*args, **kwargs)

    def filter(self, qs: Any, value: dt.date | None) -> Any:
        if not value:
            return qs
        if self.is_last:
            return qs.filter(meeting__starts_at__lt=midnight(value + ONE_DAY))
        return qs.filter(meeting__starts_at__gte=midnight(value))


class KeptReport(ScopedReport):
    """Rows of meetings are taken away by whoever may export meetings."""

    taking = MEETINGS
