import re

import pytest
from django.utils import translation

from wagtail_prcouncil.pages.persian_errors import SENTENCES, sentence
from wagtail_prcouncil.persian.dates import parse_date
from wagtail_prcouncil.persian.errors import PersianError


def test_every_code_has_its_sentence() -> None:
    named = set(re.findall(r"``(\w+)``", PersianError.__doc__ or ""))
    assert named == set(SENTENCES)
    assert all(sentence(PersianError(code, "detail"), "x") for code in named)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("1404/12/30", "۳۰ اسفند ۱۴۰۴"),
        ("۱۴۰۴-۷-۳۱", "۳۱ مهر ۱۴۰۴"),
        ("۳۰ اسفند ۱۴۰۴", "۳۰ اسفند ۱۴۰۴"),
        ("1404/13/01", "1404/13/01"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_day_that_does_not_exist_is_named(typed: str, named: str) -> None:
    with pytest.raises(PersianError) as caught:
        parse_date(typed)
    with translation.override("en"):
        assert sentence(caught.value, typed) == f"There is no day “{named}”."


def test_an_hour_is_spoken_of_only_where_it_may_stand() -> None:
    error = PersianError("not_a_date", "")
    with translation.override("en"):
        assert "time" not in sentence(error, "x")
        assert "time" in sentence(error, "x", with_time=True)


def test_what_was_typed_is_not_read_as_a_format() -> None:
    assert "100%" in sentence(PersianError("impossible_date", ""), "100%")
