"""Days and times in office in words."""

import datetime as dt

from django.utils.translation import override

from tests.councils.making import START, council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.reading import (
    day_as_read,
    holder_as_read,
    stay_as_read,
    time_as_read,
)
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Capacity, Precision


def test_a_day_in_the_editors_calendar() -> None:
    assert day_as_read(START) == "۱ فروردین ۱۴۰۳"
    assert day_as_read(START, Precision.YEAR) == "۱۴۰۳"
    assert day_as_read(None) == ""
    assert day_as_read(dt.date.min) == "0001-01-01"
    with override("en"):
        assert day_as_read(START) == "20 March 2024"


def test_the_time_of_a_seat() -> None:
    with override("en"):
        assert time_as_read(None, None) == ""
        assert time_as_read(START, None) == "since 20 March 2024"
        assert time_as_read(None, START) == "until 20 March 2024"
        assert time_as_read(START, START) == "20 March 2024 to 20 March 2024"


def test_a_stay_is_told_as_exactly_as_it_is_known(site: SmallSite) -> None:
    row = sits(seat(council(site)), person("نشسته"))
    assert "۱ فروردین ۱۴۰۳" in stay_as_read(row)
    row.since, row.until, *_known = Span.of(START, START, Precision.YEAR, Precision.YEAR)
    row.since_precision = row.until_precision = Precision.YEAR
    assert stay_as_read(row).count("۱۴۰۳") == 2
    assert "فروردین" not in stay_as_read(row)


def test_who_holds_a_seat(site: SmallSite) -> None:
    row = sits(seat(council(site)), person("نشسته"))
    assert holder_as_read(row) == "نشسته"
    row.capacity = Capacity.ACTING
    assert holder_as_read(row) == f"نشسته ({Capacity.ACTING.label})"
