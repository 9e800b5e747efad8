"""Date fields of forms: clean values, errors with their reason, what counts as a change."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.utils import timezone, translation
from wagtail.admin.widgets import AdminDateTimeInput

from wagtail_prcouncil.ui.controls import control
from wagtail_prcouncil.ui.jalali.admin_widgets import AdminJalaliDateTimeInput
from wagtail_prcouncil.ui.jalali.form_fields import (
    AdminJalaliDateField,
    AdminJalaliDateTimeField,
    JalaliDateField,
    JalaliDateTimeField,
    SiteDateField,
)
from wagtail_prcouncil.ui.jalali.widgets import JalaliDateInput

MOMENT = dt.datetime(2022, 8, 14, 7, 43, 9, 1234, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _persian() -> Any:
    with translation.override("fa"):
        yield


def form_with(field: forms.Field, typed: str | None = None, **initial: Any) -> forms.Form:
    kind = type("OneField", (forms.Form,), {"on": field})
    return kind(None if typed is None else {"on": typed}, initial=initial)


@pytest.mark.parametrize("kind", [JalaliDateField, AdminJalaliDateField])
def test_a_day(kind: type[forms.Field]) -> None:
    form = form_with(kind(), "۱۴۰۱/۵/۲۳")
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"on": dt.date(2022, 8, 14)}


@pytest.mark.parametrize("kind", [JalaliDateTimeField, AdminJalaliDateTimeField])
def test_a_moment_wherever_the_editor_is(kind: type[forms.Field]) -> None:
    with timezone.override("Asia/Tokyo"):
        form = form_with(kind(), "۱۴۰۱/۵/۲۳ ۱۲:۱۳")
        assert form.is_valid(), form.errors
        assert form.cleaned_data["on"] == MOMENT.replace(second=0, microsecond=0)


@pytest.mark.parametrize("kind", [JalaliDateField, JalaliDateTimeField, AdminJalaliDateTimeField])
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1404/12/30", "impossible_date"),
        ("1404-12-30", "impossible_date"),
        ("فردا", "not_a_date"),
        ("۱۴۰۴/۱۲/۰۱ ۲۵:۰۰", "impossible_time"),
        ("0000/01/01", "year_out_of_range"),
    ],
)
def test_an_error_says_why_and_the_text_stays(
    kind: type[forms.Field], typed: str, code: str
) -> None:
    form = form_with(kind(), typed)
    assert [error.code for error in form.errors.as_data()["on"]] == [code]
    assert f'value="{typed}"' in str(form["on"])


def test_the_day_that_does_not_exist_is_named() -> None:
    with translation.override("fa"):
        assert "۳۰ اسفند ۱۴۰۴" in str(form_with(JalaliDateField(), "1404/12/30").errors)


def test_an_input_of_ours_in_a_field_of_djangos() -> None:
    """1404-12-30 would else be a day of the year 1404 of our era."""
    assert form_with(forms.DateField(widget=JalaliDateInput), "1401/5/23").is_valid()
    form = form_with(forms.DateField(widget=JalaliDateInput), "1404-12-30")
    assert not form.is_valid()
    assert 'value="1404-12-30"' in str(form["on"])


def test_nothing_typed() -> None:
    assert form_with(JalaliDateField(required=False), " ").is_valid()
    missing = form_with(JalaliDateField(), "")
    assert [error.code for error in missing.errors.as_data()["on"]] == ["required"]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_comes_back_as_it_was_shown_is_no_change(language: str) -> None:
    day, moment = dt.date(2022, 8, 14), MOMENT if language == "fa" else MOMENT.replace(second=0)
    with translation.override(language), timezone.override("Europe/Berlin"):
        for field, value in ((JalaliDateField(), day), (AdminJalaliDateTimeField(), moment)):
            unbound = form_with(field, on=value)
            text = field.widget.format_value(unbound["on"].value())
            assert not form_with(field, text, on=value).has_changed()
            assert form_with(field, "", on=value).has_changed()
            assert form_with(field, "چرت", on=value).has_changed()


def test_another_spelling_of_the_same_day_is_no_change() -> None:
    for typed in ("1401-5-23", "١٤٠١/٠٥/٢٣", "2022-08-14", "یکشنبه ۲۳ مرداد ۱۴۰۱"):
        assert not form_with(JalaliDateField(), typed, on=dt.date(2022, 8, 14)).has_changed()


def test_wagtails_picker_is_replaced_and_its_settings_kept() -> None:
    picker = AdminDateTimeInput(attrs={"data-x": "1"}, js_overlay_parent_selector="#dialog")
    widget = AdminJalaliDateTimeField(widget=picker).widget
    assert type(widget) is AdminJalaliDateTimeInput
    assert 'data-x="1"' in widget.render("on", None)
    with translation.override("en"):
        assert "#dialog" in widget.render("on", None)


def test_a_widget_that_somebody_chose_stays() -> None:
    assert type(SiteDateField(widget=forms.TextInput).widget) is forms.TextInput


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_face_draws_them_like_its_other_fields(language: str) -> None:
    with translation.override(language):
        html = control(form_with(JalaliDateField())["on"])
    assert 'class="prc-input"' in html
    assert ("<jalali-date" in html) == (language == "fa")
