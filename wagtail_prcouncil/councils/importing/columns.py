"""What a line of a file may say of somebody in a seat."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.councils.public.known_days import as_known
from wagtail_prcouncil.councils.states import Basis, Capacity, Precision, Role
from wagtail_prcouncil.directory.importing.columns import code
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.exchange.columns import DayColumn, ImportColumn, day, of_field, one_of
from wagtail_prcouncil.exchange.tables import Words
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.ui.languages import page_language

OF_PERSON = ("name", "name_en", "honorific_prefix", "honorific_prefix_en")
OF_LETTER = ("capacity", "title", "title_en", "basis", "letter_number", "letter_on")


@dataclass(frozen=True)
class KnownDayColumn(DayColumn):
    """A day as far as it is known: «۱۳۹۶», «۱۳۹۶/۰۵», or to the day."""

    parse: Callable[[str], Any] = field(default_factory=lambda: known_day)
    show: Callable[[Any], str] = field(default_factory=lambda: shown_known_day)


def known_day(text: str) -> KnownDay | None:
    if not text:
        return None
    try:
        known = KnownDay.read(text)
    except PersianError as error:
        sentence = gettext("“%(text)s” is no day. Write 1396, 1396/05, 1396/05/12 or 2017-08-03.")
        raise ValidationError(sentence % {"text": text}) from error
    check_day(known.day)
    return known


def shown_known_day(text: str) -> str:
    """«مرداد ۱۳۹۶»; where another calendar is read, with what stands in the file: "July / August
    2017 (1396/05)"."""
    known, language = KnownDay.read(text), page_language(None)
    shown = as_known(known.day, known.precision, language)
    return shown if language.is_persian else f"{shown} ({known})"


def day_of_letter(text: str) -> dt.date | None:
    found = day(text)
    if found is not None:
        check_day(found)
    return found


def columns() -> list[ImportColumn]:
    return [*_place(), *_person(), *_time(), *_letter()]


def _place() -> list[ImportColumn]:
    council = of_field(CouncilPage._meta.get_field("title"))
    label = of_field(Seat._meta.get_field("label"))
    return [
        ImportColumn(
            "council", _("council"), council, aliases=("شورا", "نام شورا"), example="شورای فارس"
        ),
        _choice("role", _("role"), Role, ("سمت", "نقش"), Role.MEMBER.label),
        ImportColumn("seat", _("seat"), label, aliases=(_("label"), "کرسی", "عنوان کرسی")),
        ImportColumn(
            "agency_code",
            _("code of the agency"),
            lambda text: code(text) if text else "",
            aliases=(_("agency code"), "کد دستگاه"),
            example="water",
        ),
    ]


def _person() -> list[ImportColumn]:
    return [
        _of(Person, "name", _("name"), (_("person"), "نام", "شخص"), "بهار نمونه‌پور"),
        _of(Person, "name_en", _("name in English"), ("نام انگلیسی",), "Bahar Examplepour"),
        _of(Person, "honorific_prefix", _("honorific"), ("عنوان احترام", "پیشوند"), "دکتر"),
        _of(Person, "honorific_prefix_en", _("honorific in English"), (), "Dr"),
    ]


def _time() -> list[ImportColumn]:
    return [
        KnownDayColumn("since", _("from"), aliases=("از", "آغاز", "تاریخ شروع"), example="1402/03"),
        _choice("since_precision", _("its first day is known"), Precision),
        KnownDayColumn("until", _("until"), aliases=("تا", "پایان", "تاریخ پایان")),
        _choice("until_precision", _("its last day is known"), Precision),
    ]


def _letter() -> list[ImportColumn]:
    return [
        _choice("capacity", _("capacity"), Capacity, ("نوع حضور",), Capacity.FULL.label),
        _of(Appointment, "title", _("title"), ("عنوان",)),
        _of(Appointment, "title_en", _("title in English"), ("عنوان انگلیسی",)),
        _choice("basis", _("basis"), Basis, ("مبنا",)),
        _of(Appointment, "letter_number", _("number of the letter"), ("شمارهٔ نامه",)),
        DayColumn(
            "letter_on", _("date of the letter"), parse=day_of_letter, aliases=("تاریخ نامه",)
        ),
    ]


def _choice(
    name: str, heading: Words, choices: Any, aliases: tuple[Words, ...] = (), example: Words = ""
) -> ImportColumn:
    labels = {choice.value: [choice.label] for choice in choices}

    def show(value: str) -> str:
        return str(choices(value).label) if value else ""

    return ImportColumn(name, heading, one_of(labels), show, aliases=aliases, example=example)


def _of(
    model: Any, name: str, heading: Words, aliases: tuple[Words, ...] = (), example: Words = ""
) -> ImportColumn:
    parse = of_field(model._meta.get_field(name))
    return ImportColumn(name, heading, parse, aliases=aliases, example=example)
