"""A filter of lists in the admin by a span of days, for `WagtailFilterSet` and any other."""

import datetime as dt
from typing import Any

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_filters.fields import RangeField
from django_filters.utils import get_model_field
from wagtail.admin.active_filters import (
    DateFromToRangeFilterAdapter,
    register_filter_adapter_class,
)
from wagtail.admin.filters import DateRangePickerWidget

from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.jalali.admin_widgets import AdminJalaliDateInput
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.ui.languages import page_language

# Midnight in Tehran on the first day that Python knows is before time began in UTC.
FIRST_DAY = dt.date(2, 1, 1)


class JalaliDateRangeWidget(DateRangePickerWidget):
    """Two days, `<name>_from` and `<name>_to`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.widgets = [
            AdminJalaliDateInput({"placeholder": words, "aria-label": words})
            for words in (_("From the day"), _("To the day"))
        ]


class JalaliDateRangeField(RangeField):
    """A slice of two days, each of which may be left out; the last one is part of the span."""

    widget = JalaliDateRangeWidget

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__((AdminJalaliDateField(), AdminJalaliDateField()), *args, **kwargs)


class JalaliDateRangeFilter(django_filters.DateFromToRangeFilter):
    """Rows from one day to another; moments are counted to their day in Tehran."""

    field_class = JalaliDateRangeField

    def filter(self, queryset: models.QuerySet, value: slice | None) -> models.QuerySet:
        if value is None:
            return queryset
        first, last = value.start and max(value.start, FIRST_DAY), value.stop
        field = get_model_field(queryset.model, self.field_name)
        if isinstance(field, models.DateTimeField):
            first = first and dt.datetime.combine(first, dt.time.min, TEHRAN)
            last = last and dt.datetime.combine(last, dt.time.max, TEHRAN)
        asked = {f"{self.field_name}__gte": first, f"{self.field_name}__lte": last}
        return self.get_method(queryset)(**{key: day for key, day in asked.items() if day})


class JalaliDateRangeAdapter(DateFromToRangeFilterAdapter):
    """The days of a filter in force, above the list; one that is left open is an ellipsis, in all
    languages alike."""

    empty_value_label = "…"

    def format_value(self, value: dt.date | None) -> str:
        if value is None:
            return str(self.empty_value_label)
        try:
            return displayed(value, "short", page_language(None))
        except PersianError:  # a day beyond the Jalali years, typed in the address
            return value.isoformat()


register_filter_adapter_class(JalaliDateRangeFilter, JalaliDateRangeAdapter)
