"""What cells may say."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests.councils.importing.making import applied, checked, member
from tests.directory.importing.making import states
from wagtail_prcouncil.councils.importing.columns import (
    columns,
    day_of_letter,
    known_day,
    shown_known_day,
)
from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.models import Appointment, CouncilPage
from wagtail_prcouncil.councils.states import Precision, Role
from wagtail_prcouncil.exchange.kinds import Line, parse_line

pytestmark = pytest.mark.django_db


def test_an_exported_table_says_the_same(home: CouncilPage) -> None:
    """A whole day, with how exactly it is known beside it."""
    row = member(
        since="",
        agency_code="water",
        **{
            "from (Gregorian)": "2017-03-21",
            "from (Jalali)": "1396/01/01",
            "its first day is known": "to the year",
            "until (Gregorian)": "2019-03-20",
            "its last day is known": "year",
            "has a vote": "بله",
            "agency": "سازمان آب",
        },
    )
    del row["since"]
    run = checked(row)
    assert (states(run), run.unknown_headings) == (["new"], [])
    applied(run)
    stay = Appointment.objects.get()
    assert {stay.since_precision, stay.until_precision} == {Precision.YEAR}
    assert stay.until == dt.date(2019, 3, 20)


def test_choices_by_label_and_errors() -> None:
    cells = {
        "role": ["Secretary"],
        "capacity": ["acting"],
        "since": ["2017"],
        "letter_on": ["روزی"],
    }
    values, errors = parse_line(columns(), Line(2, cells))
    assert values["role"] == Role.SECRETARY
    assert values["capacity"] == "acting"
    assert [column for column, _sentence in errors] == ["since", "letter_on"]


@pytest.mark.parametrize("text", ["1279", "1279/12/29", "1480/01/01", "1900-01-01", "2999-01-01"])
def test_days_are_those_that_the_forms_take(text: str) -> None:
    with pytest.raises(ValidationError):
        known_day(text)
    with pytest.raises(ValidationError):
        day_of_letter(text if "/" in text or "-" in text else f"{text}/01/01")
    assert known_day("1280") == KnownDay(dt.date(1901, 3, 21), Precision.YEAR)
    assert day_of_letter("") is None


def test_days_as_their_readers_write_them() -> None:
    with override("fa"):
        assert [shown_known_day(text) for text in ("1396", "1396/05", "1396/05/12")] == [
            "۱۳۹۶",
            "مرداد ۱۳۹۶",
            "۱۲ مرداد ۱۳۹۶",
        ]
    with override("en"):
        assert shown_known_day("1396/05") == "July / August 2017 (1396/05)"
