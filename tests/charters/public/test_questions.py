import datetime as dt

import pytest
from django.utils import translation

from wagtail_prcouncil.charters.public.questions import (
    DayQuestion,
    SignatureQuestion,
    VersionsQuestion,
)


@pytest.mark.parametrize("typed", ["1405/02/07", "۷ اردیبهشت ۱۴۰۵", "2026-04-27"])
def test_a_day_in_whatever_way(typed: str) -> None:
    with translation.override("fa"):
        form = DayQuestion({"day": typed})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["day"] == dt.date(2026, 4, 27)


@pytest.mark.parametrize("typed", ["", "دیروز", "1405/13/01", "0001-01-01", "9999-01-01"])
def test_days_that_nobody_can_mean(typed: str) -> None:
    with translation.override("fa"):
        assert not DayQuestion({"day": typed}).is_valid()


def test_two_versions() -> None:
    rows = [(2, "۲"), (1, "۱")]
    form = VersionsQuestion({"before": "1", "after": "2"}, rows)
    assert form.is_valid()
    assert form.cleaned_data == {"before": 1, "after": 2}
    assert not VersionsQuestion({"before": "1", "after": "9"}, rows).is_valid()


def test_what_is_not_known_was_not_asked() -> None:
    form = SignatureQuestion({"province": "x", "method": "pledge"}, [("ir-26", "قزوین")], [])
    assert form.chosen == {"method": "pledge"}
    assert form.query == "method=pledge"
