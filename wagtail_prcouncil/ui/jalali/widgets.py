"""Date inputs with two faces: Jalali for those who read Persian, Gregorian for everybody else.

Whatever is typed, a form gets a Gregorian day or an instant. The face is chosen when the field is
shown, by the active language, so that one form class serves both. Those of the admin are in
`admin_widgets`.
"""

import datetime as dt
from typing import Any, Self, cast

from django import forms
from django.forms.widgets import DateTimeBaseInput, Script
from django.utils import timezone
from django.utils.safestring import SafeString

from wagtail_prcouncil.persian.dates import format_numeric, parse_date, parse_datetime
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.languages import page_language

# Told to the type checker as what it takes the place of: a path.
MODULE = cast("str", Script("prcouncil_ui/jalali-date.js", type="module"))


class Mistyped(str):
    """What was typed and names no day, with the reason; it stands in the field again.

    Django's own fields strip a text before they read it. Nothing is left then, or they would
    take «1404-12-30», which does not exist, for a day of the year 1404 of our era.
    """

    error: PersianError

    def __new__(cls, typed: str, error: PersianError) -> Self:
        text = super().__new__(cls, typed)
        text.error = error
        return text

    def strip(self, chars: str | None = None, /) -> str:
        return ""


class JalaliFace(DateTimeBaseInput):
    """Mixed in before a Gregorian input: shows `<jalali-date>` to readers of Persian.

    Without scripts it is a text field that understands all three digit systems, Jalali and
    Gregorian days, month names and any order of `persian.dates_parsing`.
    """

    jalali_template_name = "prcouncil_ui/widgets/jalali_date.html"
    with_time = False
    example = "۱۴۰۵/۰۱/۳۱"

    def in_jalali(self) -> bool:
        return page_language(None).is_persian

    def read(self, text: str) -> dt.date:
        """The day that a text names. Raises PersianError."""
        return parse_date(text)

    def write(self, value: dt.date) -> str:
        """«۱۴۰۵/۰۹/۰۱». Raises PersianError for days before the calendar begins."""
        return format_numeric(value)

    @property
    def media(self) -> forms.Media:
        if not self.in_jalali():
            return super().media
        return forms.Media(
            css={"all": ["prcouncil_ui/jalali-date.css"]},
            js=[MODULE],
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        if not self.in_jalali():
            return super().get_context(name, value, attrs)
        defaults = {"dir": "ltr", "autocomplete": "off", "placeholder": self.example}
        context = super().get_context(name, value, defaults | self.attrs | (attrs or {}))
        context["widget"] |= {
            "template_name": self.jalali_template_name,
            "type": "text",
            "with_time": self.with_time,
        }
        return context

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """By the template that the face of the moment has named."""
        context = self.get_context(name, value, attrs)
        return self._render(context["widget"]["template_name"], context, renderer)

    def format_value(self, value: Any) -> str | None:
        if not self.in_jalali():
            return super().format_value(value)
        if isinstance(value, Mistyped) or not value:
            return value or None
        try:
            return self.write(self.read(value) if isinstance(value, str) else value)
        except PersianError:
            return str(value)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        if not self.in_jalali() or not isinstance(typed, str):
            return typed
        if not typed.strip():
            return ""
        try:
            return self.read(typed).isoformat()
        except PersianError as error:
            return Mistyped(typed, error)


class JalaliMomentFace(JalaliFace):
    """The same with an hour, which is that of Tehran wherever the reader is."""

    with_time = True
    example = "۱۴۰۵/۰۱/۳۱ ۰۹:۳۰"

    def read(self, text: str) -> dt.date:
        """The instant that a text names, in UTC. Raises PersianError."""
        return parse_datetime(text)

    def write(self, value: dt.date) -> str:
        """«۱۴۰۵/۰۹/۰۱ ۱۰:۳۰», with seconds where there are any: to be read back unchanged."""
        if not isinstance(value, dt.datetime):
            return super().write(value)
        # Form fields hand out naive times of the active zone, which is the user's own.
        moment = in_tehran(timezone.make_aware(value) if timezone.is_naive(value) else value)
        clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
        return f"{super().write(moment)} {to_persian(clock)}"


class JalaliDateInput(JalaliFace, forms.DateInput):
    """A day in a public form; the browser's own picker for those who do not read Persian."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class JalaliDateTimeInput(JalaliMomentFace, forms.DateTimeInput):
    """A day and an hour in a public form."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")
