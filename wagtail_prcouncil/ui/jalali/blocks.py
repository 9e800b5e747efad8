"""Blocks of a stream that hold a day or a moment, stored in ISO 8601 as Wagtail's own."""

import datetime as dt
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import DateBlock, DateTimeBlock

from wagtail_prcouncil.ui.jalali.admin_widgets import AdminJalaliDateInput, AdminJalaliDateTimeInput
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField, AdminJalaliDateTimeField


class JalaliDateBlock(DateBlock):
    """A day. `format` is that of the Gregorian picker, for editors who do not read Persian."""

    @cached_property
    def field(self) -> AdminJalaliDateField:
        return AdminJalaliDateField(
            widget=AdminJalaliDateInput(format=self.format), **self.field_options
        )

    class Meta:
        label = _("Day")
        description = _("A day, in the calendar of those who read it")
        template = "prcouncil_ui/blocks/date.html"
        preview_template = "prcouncil_ui/blocks/preview.html"

    def get_preview_value(self) -> Any:
        return dt.date(2026, 11, 22)


class JalaliDateTimeBlock(DateTimeBlock):
    """A moment: a day and an hour in Tehran."""

    @cached_property
    def field(self) -> AdminJalaliDateTimeField:
        return AdminJalaliDateTimeField(
            widget=AdminJalaliDateTimeInput(format=self.format), **self.field_options
        )

    class Meta:
        label = _("Day and hour")
        description = _("A day with an hour, in the calendar of those who read it")
        template = "prcouncil_ui/blocks/date.html"
        preview_template = "prcouncil_ui/blocks/preview.html"

    def get_preview_value(self) -> Any:
        return dt.datetime(2026, 11, 22, 7, 0, tzinfo=dt.UTC)
