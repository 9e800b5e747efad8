"""The columns that an import knows, and what their cells may say."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, override

from wagtail_prcouncil.exchange.tables import Words
from wagtail_prcouncil.persian.dates import format_numeric, parse_date
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.text import canonical, fold

LANGUAGES = ("fa", "en")
MOST_LISTED = 12  # choices that a sentence can hold


@dataclass(frozen=True)
class ImportColumn:
    """One thing that a line may say.

    `parse` turns a cell into what is stored: text, None, a date, or a tuple of texts. It is asked
    about the empty cell too, and raises ValidationError with a sentence. `show` turns a stored
    value back for people. A file may hold the column under several headings («تاریخ تأسیس
    (میلادی)» and «تاریخ تأسیس (شمسی)»); their cells must agree.
    """

    name: str
    heading: Words
    parse: Callable[[str], Any]
    show: Callable[[Any], str] = str
    aliases: Sequence[Words] = ()
    example: Words = ""

    def heading_keys(self) -> set[str]:
        """The folded headings by which the column is known, in both languages."""
        spoken = {fold(self.name.replace("_", " "))}
        for language in LANGUAGES:
            with override(language):
                spoken |= {fold(str(heading)) for heading in (self.heading, *self.aliases)}
        return spoken

    def title(self) -> str:
        return capfirst(str(self.heading))


@dataclass(frozen=True)
class DayColumn(ImportColumn):
    """A day, Jalali or Gregorian, in any digits."""

    parse: Callable[[str], Any] = field(default_factory=lambda: day)
    show: Callable[[Any], str] = field(default_factory=lambda: shown_day)

    def heading_keys(self) -> set[str]:
        """The headings of an exported DateColumn too."""
        known = super().heading_keys()
        marks = {"gregorian", "jalali", "iso", fold("میلادی"), fold("شمسی"), fold("جلالی")}
        return known | {f"{key} {mark}" for key in known for mark in marks}


def day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return parse_date(text)
    except PersianError as error:
        sentence = gettext("“%(text)s” is no day. Write 1403/01/01 or 2024-03-20.")
        raise ValidationError(sentence % {"text": text}) from error


def shown_day(value: str | dt.date | None) -> str:
    """«۱۴۰۳/۰۱/۰۱» for Persian readers, "2024-03-20 (1403/01/01)" for others."""
    if not value:
        return ""
    found = dt.date.fromisoformat(value) if isinstance(value, str) else value
    jalali = format_numeric(found)
    if (get_language() or "").startswith("fa"):
        return jalali
    return f"{found.isoformat()} ({to_ascii(jalali)})"


def of_field(model_field: Any, *, ascii_digits: bool = False) -> Callable[[str], Any]:
    """Parses as the model's own field would: length and format. Empty is empty everywhere; where
    something is needed, the kind says so."""

    def parse(text: str) -> Any:
        if not text:
            return ""
        words = " ".join(text.split()) if not isinstance(model_field, models.TextField) else text
        return model_field.clean(to_ascii(words) if ascii_digits else words, None)

    return parse


def one_of(labels: Mapping[str, Iterable[Words]]) -> Callable[[str], str]:
    """Parses one of some values, or none, by any label, in any spelling and both languages."""
    known: dict[str, str] = {}
    for value, names in labels.items():
        known[fold(value.replace("_", " "))] = value
        for language in LANGUAGES:
            with override(language):
                known |= {fold(str(name)): value for name in names}

    def parse(text: str) -> str:
        if not text:
            return ""
        if (value := known.get(fold(text))) is not None:
            return value
        if len(labels) > MOST_LISTED:
            raise ValidationError(gettext("“%(text)s” is not known here.") % {"text": text})
        choices = "، ".join(str(next(iter(names))) for names in labels.values())
        sentence = gettext("“%(text)s” is not known here. Write one of: %(choices)s")
        raise ValidationError(sentence % {"text": text, "choices": choices})

    return parse


def several(marks: str, parse: Callable[[str], str] = canonical) -> Callable[[str], Any]:
    """Parses texts parted by any of `marks` or by line breaks; the same one twice counts once."""

    def parse_all(text: str) -> tuple[str, ...]:
        for mark in marks:
            text = text.replace(mark, "\n")
        return tuple(
            dict.fromkeys(parse(part) for part in map(str.strip, text.split("\n")) if part)
        )

    return parse_all
