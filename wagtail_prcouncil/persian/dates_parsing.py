"""Reading dates as people and other sites write them: any digits, Jalali or Gregorian.

Understood: «۱۴۰۱/۵/۲۳» with / - or . (a year below 1700 is Jalali), «۲۳ مرداد ۱۴۰۱»,
«مهر ۲۴, ۱۳۹۶», each with a weekday before and a time behind, as in
«یکشنبه، 23 مرداد 1401 - 12:13», and ISO 8601 with an offset. The weekday is not checked.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import MONTHS, TEHRAN, to_gregorian, to_jalali
from wagtail_prcouncil.persian.letters import ZWNJ
from wagtail_prcouncil.persian.text import canonical

_MONTH_NUMBERS = {name.replace("آ", "ا"): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS["امرداد"] = 5  # the older name, still in use

FIRST_GREGORIAN_YEAR = 1700
# No date as written above is longer; a longer text is not worth reading.
_LONGEST = 80

_MONTH = rf"(?P<name>{'|'.join(_MONTH_NUMBERS)})(?: ?ماه)?"
_WEEKDAY = re.compile(r"(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه[ ،,]*|(?:جمعه|ادینه)[ ،,]*")
_DATES = tuple(
    map(
        re.compile,
        (
            r"(?P<year>[0-9]{4})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
            rf"(?P<day>[0-9]{{1,2}}) ?{_MONTH}[ ،,]{{0,3}}(?P<year>[0-9]{{4}})",
            rf"{_MONTH} ?(?P<day>[0-9]{{1,2}})[ ،,]{{1,3}}(?P<year>[0-9]{{4}})",
        ),
    )
)
_TIME = re.compile(
    r"(?:[ \-–—|،,]{1,5}|T)(?:ساعت:? ?)?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,6}))?)?"
    r" ?(?P<offset>Z|(?P<sign>[+-])(?P<ahead_hours>[0-9]{2}):?(?P<ahead_minutes>[0-9]{2}))?"
)


def parse_date(text: str) -> date:
    """The Gregorian day a text names; with a time and an offset, the day it then is in Tehran.

    Raises PersianError: ``not_a_date``, ``impossible_date``, ``impossible_time`` or
    ``year_out_of_range``, as for a Gregorian day that no Jalali year has: it could not be shown.
    """
    day, clock = _read(text)
    if clock is not None and clock.tzinfo is not None:
        day = _instant(day, clock, TEHRAN).date()
    to_jalali(day)
    return day


def parse_datetime(text: str) -> datetime:
    """The instant a text names, in UTC. Without an offset it is Tehran's time, without a time
    the start of the day there. Raises PersianError as `parse_date` does.
    """
    day, clock = _read(text)
    instant = _instant(day, clock or time(), UTC)
    to_jalali(instant)
    return instant


def _instant(day: date, clock: time, zone: tzinfo) -> datetime:
    local = datetime.combine(day, clock, clock.tzinfo or TEHRAN)
    try:
        return local.astimezone(zone)
    except OverflowError as error:
        raise PersianError("year_out_of_range", "an instant outside Python's dates") from error


def _read(text: str) -> tuple[date, time | None]:
    text = text.strip()
    if len(text) > _LONGEST:
        raise PersianError("not_a_date", "too long for a date")
    text = " ".join(to_ascii(canonical(text)).replace(ZWNJ, " ").replace("آ", "ا").split())
    weekday = _WEEKDAY.match(text)
    start = weekday.end() if weekday else 0
    for pattern in _DATES:
        if found := pattern.match(text, start):
            break
    else:
        raise PersianError("not_a_date", f"no date in {text!r}")
    if found.end() == len(text):
        return _day(found), None
    clock = _TIME.fullmatch(text, found.end())
    if clock is None:
        raise PersianError("not_a_date", f"more than a date in {text!r}")
    return _day(found), _clock(clock)


def _day(found: re.Match[str]) -> date:
    parts = found.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    if "name" in parts:
        if year >= FIRST_GREGORIAN_YEAR:
            raise PersianError("impossible_date", "a Jalali month in a Gregorian year")
        return to_gregorian(year, _MONTH_NUMBERS[parts["name"]], day)
    month = int(parts["month"])
    if year < FIRST_GREGORIAN_YEAR:
        return to_gregorian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise PersianError("impossible_date", f"no day {year}-{month}-{day}") from error


def _clock(found: re.Match[str]) -> time:
    zone: timezone | None = None
    if found["offset"]:
        hours, minutes = int(found["ahead_hours"] or 0), int(found["ahead_minutes"] or 0)
        if hours > 14 or minutes > 59:
            raise PersianError("impossible_time", f"no time zone {found['offset']}")
        ahead = timedelta(hours=hours, minutes=minutes)
        zone = timezone(-ahead if found["sign"] == "-" else ahead)
    try:
        return time(
            int(found["hour"]),
            int(found["minute"]),
            int(found["second"] or 0),
            int((found["fraction"] or "").ljust(6, "0")),
            tzinfo=zone,
        )
    except ValueError as error:
        raise PersianError("impossible_time", f"no time {found[0].strip()}") from error
