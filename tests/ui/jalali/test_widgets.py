"""Date inputs by themselves: what they show, and what a form gets of what was typed."""

import datetime as dt
from html import escape
from typing import Any

import pytest
from django import forms
from django.utils import timezone, translation

from wagtail_prcouncil.ui.jalali.admin_widgets import AdminJalaliDateInput, AdminJalaliDateTimeInput
from wagtail_prcouncil.ui.jalali.widgets import JalaliDateInput, JalaliDateTimeInput, Mistyped

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
        here = timezone.make_naive(MOMENT)  # as form fields hand it to their widgets
        assert 'value="۱۴۰۱/۰۵/۲۳ ۱۲:۱۳"' in shown(kind(), here)


@pytest.mark.parametrize("kind", [*DAYS, *MOMENTS])
def test_nothing_is_nothing(kind: type[forms.Widget]) -> None:
    assert sent(kind(), "") == sent(kind(), "  ") == ""
    assert sent(kind(), None) is None
    assert "value=" not in shown(kind(), None)
    assert "value=" not in shown(kind(), "")


@pytest.mark.parametrize("kind", [*DAYS, *MOMENTS])
@pytest.mark.parametrize("typed", ["1404-12-30", "۱۴۰۴/۱۲/۳۰", "چرت", '"><b>&'])
def test_what_names_no_day_stays_in_the_field(kind: type[forms.Widget], typed: str) -> None:
    value = sent(kind(), typed)
    assert isinstance(value, Mistyped)
    assert f'value="{escape(typed)}"' in shown(kind(), value)


@pytest.mark.parametrize("kind", DAYS)
def test_a_leap_day(kind: type[forms.Widget]) -> None:
    assert sent(kind(), "۱۴۰۳/۱۲/۳۰") == "2025-03-20"


def test_seconds_are_kept_where_there_are_any() -> None:
    widget = AdminJalaliDateTimeInput()
    html = shown(widget, MOMENT.replace(second=9))
    assert 'value="۱۴۰۱/۰۵/۲۳ ۱۲:۱۳:۰۹"' in html
    assert sent(widget, "۱۴۰۱/۰۵/۲۳ ۱۲:۱۳:۰۹") == "2022-08-14T07:43:09+00:00"


def test_a_day_before_the_calendar_is_shown_as_it_is() -> None:
    assert 'value="0500-01-01"' in shown(AdminJalaliDateInput(), dt.date(500, 1, 1))


@pytest.mark.parametrize("kind", [*DAYS, *MOMENTS])
def test_the_jalali_face(kind: type[forms.Widget]) -> None:
    html = shown(kind({"class": "mine"}), DAY if kind in DAYS else MOMENT)
    assert html.strip().startswith("<jalali-date")
    assert (" with-time>" in html) == (kind in MOMENTS)
    assert "<script" not in html
    assert 'type="text"' in html
    assert 'dir="ltr"' in html
    assert 'class="mine"' in html
    with translation.override("fa"):
        media = str(kind().media)
    assert 'jalali-date.js" type="module"' in media
    assert "jalali-date.css" in media
    assert "date-time-chooser" not in media


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (JalaliDateInput, DAY, 'type="date" name="on" value="2022-08-14"'),
        (
            JalaliDateTimeInput,
            dt.datetime(2022, 8, 14, 12, 13),  # noqa: DTZ001 - as form fields hand it over
            'type="datetime-local" name="on" value="2022-08-14T12:13"',
        ),
        (AdminJalaliDateInput, DAY, "initDateChooser("),
        (AdminJalaliDateTimeInput, MOMENT, "initDateTimeChooser("),
    ],
)
def test_the_gregorian_face(kind: type[forms.Widget], value: dt.date, found: str) -> None:
    html = shown(kind(), value, "en")
    assert found in html
    assert "<jalali-date" not in html
    assert sent(kind(), "2022-08-14", "en") == "2022-08-14"
    with translation.override("en"):
        assert "jalali-date" not in str(kind().media)
