"""Date fields that say what is wrong with a date, in the sentences of `pages.persian_errors`."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from wagtail_prcouncil.pages.persian_errors import sentence
from wagtail_prcouncil.ui.jalali.admin_widgets import (
    AdminJalaliDateInput,
    AdminJalaliDateTimeInput,
    SiteDateInput,
    SiteDateTimeInput,
)
from wagtail_prcouncil.ui.jalali.widgets import JalaliDateInput, JalaliDateTimeInput, Mistyped


class _TellsWhy(forms.Field):
    """Mixed into a date field: an impossible day is named, not just called invalid."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, Mistyped):
            with_time = isinstance(self, forms.DateTimeField)
            words = sentence(value.error, str(value), with_time=with_time)
            raise ValidationError(words, code=value.error.code)
        return super().to_python(value)


class _ReplacesPicker(forms.Field):
    """Mixed into an admin field: gets its own widget even where Wagtail names its picker.

    The panel of go-live and expiry does. What it set up (script hooks, the dialog over which the
    Gregorian calendar opens) is kept.
    """

    pickers: tuple[type[forms.Widget], ...] = (AdminDateInput, AdminDateTimeInput)

    def __init__(self, *, widget: Any = None, **kwargs: Any) -> None:
        if isinstance(widget, type):
            widget = widget()
        if type(widget) in self.pickers:
            picker, widget = widget, self.widget()
            vars(widget).update(vars(picker))
        super().__init__(widget=widget, **kwargs)


class JalaliDateField(_TellsWhy, forms.DateField):
    """A day in a public form."""

    widget = JalaliDateInput


class JalaliDateTimeField(_TellsWhy, forms.DateTimeField):
    """A day and an hour in a public form."""

    widget = JalaliDateTimeInput


class AdminJalaliDateField(_ReplacesPicker, _TellsWhy, forms.DateField):
    """A day in the admin, on forms of ours."""

    widget = AdminJalaliDateInput


class AdminJalaliDateTimeField(_ReplacesPicker, _TellsWhy, forms.DateTimeField):
    """A day and an hour in the admin, on forms of ours."""

    widget = AdminJalaliDateTimeInput


class SiteDateField(AdminJalaliDateField):
    """A day on any other form of the admin (setting JALALI_EVERYWHERE)."""

    widget = SiteDateInput


class SiteDateTimeField(AdminJalaliDateTimeField):
    """A day and an hour on any other form of the admin."""

    widget = SiteDateTimeInput
