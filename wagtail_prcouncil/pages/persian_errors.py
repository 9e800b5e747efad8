"""What a reader is told when Persian text could not be read: `persian` gives codes, not words."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import MONTHS

SENTENCES: dict[str, Promise] = {
    "not_a_date": _(
        "This is not a date. Write it as 1405/09/01, and with a time as 1405/09/01 10:30."
    ),
    "impossible_date": _("There is no day “%(typed)s”."),
    "impossible_time": _("There is no such time. The clock runs from 00:00 to 23:59."),
    "year_out_of_range": _("The year is out of range. Jalali years run from 1 to 9377."),
    "naive_datetime": _("This time has no time zone."),
    "not_a_number": _("This is not a number."),
    "number_out_of_range": _("This number is too long."),
    "impossible_speed": _("The speed of reading has to be above zero."),
}
"""By code of `PersianError`."""
NOT_A_DAY = _("This is not a date. Write it as 1405/09/01.")
"""Where a day alone is asked for."""

_JALALI = re.compile(r"\s*(1[0-6]\d\d)[/.-](0?[1-9]|1[0-2])[/.-](\d{1,2})\b")


def sentence(error: PersianError, typed: str = "", *, with_time: bool = False) -> str:
    """The error in the reader's language; `typed` is the text that has no reading, `with_time`
    whether an hour may stand beside the day."""
    is_plain_day = error.code == "not_a_date" and not with_time
    words = NOT_A_DAY if is_plain_day else SENTENCES[error.code]
    return str(words) % {"typed": _in_words(typed)}


def _in_words(typed: str) -> str:
    """«۳۰ اسفند ۱۴۰۴» for 1404/12/30: a month's name shows best what does not exist."""
    if found := _JALALI.match(to_ascii(typed)):
        year, month, day = map(int, found.groups())
        return to_persian(f"{day} {MONTHS[month - 1]} {year}")
    return typed.strip()
