"""Fields that the screens of verbs share."""

import datetime as dt

import pytest
from django import forms
from django.utils.translation import override

from wagtail_prcouncil.meetings.admin.asked import MomentField, ReasonForm, words
from wagtail_prcouncil.persian.jalali import TEHRAN


def test_a_moment_is_one_of_tehran() -> None:
    class Form(forms.Form):
        at = MomentField()

    with override("fa"):
        form = Form({"at": "۱۴۰۵/۰۹/۱۰ ۰۹:۳۰"})
        assert form.is_valid()
        assert form.cleaned_data["at"] == dt.datetime(2026, 12, 1, 9, 30, tzinfo=TEHRAN)


@pytest.mark.parametrize("typed", ["1705/01/01 10:00", "1200/01/01 10:00", "1405/01/01 25:00", "x"])
def test_a_moment_that_no_list_shows_is_refused(typed: str) -> None:
    class Form(forms.Form):
        at = MomentField()

    with override("fa"):
        assert "at" in Form({"at": typed}).errors


def test_words_are_asked_for_unless_they_may_be_missing() -> None:
    asked, optional = words("a"), words("b", required=False)
    assert asked is not None
    assert optional is not None
    assert (asked.required, optional.required) == (True, False)


def test_a_reason_of_spaces_is_none() -> None:
    assert "reason" in ReasonForm({"version": "1", "reason": "   "}).errors
