import datetime as dt

import pytest
from django import forms
from django.test import override_settings
from django.utils import translation
from wagtail.admin.telepath import JSContext

from tests.ui.jalali.test_widgets import shown
from wagtail_prcouncil.ui.jalali.admin_widgets import (
    AdminJalaliDateInput,
    AdminJalaliDateTimeInput,
    SiteDateInput,
    SiteDateTimeInput,
)

DAY = dt.date(2022, 8, 14)


@pytest.mark.parametrize("kind", [SiteDateInput, SiteDateTimeInput])
def test_models_of_others_follow_the_setting_when_shown(kind: type[forms.Widget]) -> None:
    widget = kind()
    with override_settings(WAGTAIL_PRCOUNCIL={"JALALI_EVERYWHERE": True}):
        assert "<jalali-date" in shown(widget, DAY)
        assert "<jalali-date" not in shown(widget, DAY, "en")
    with override_settings(WAGTAIL_PRCOUNCIL={}):
        assert "<jalali-date" not in shown(widget, DAY)


@pytest.mark.parametrize(
    ("kind", "picker"),
    [
        (AdminJalaliDateInput, "wagtail.widgets.AdminDateInput"),
        (AdminJalaliDateTimeInput, "wagtail.widgets.AdminDateTimeInput"),
    ],
)
def test_packed_for_the_scripts_of_a_stream(kind: type[forms.Widget], picker: str) -> None:
    with translation.override("fa"):
        context = JSContext()
        packed = context.pack(kind())
    assert packed["_type"] == "wagtail.widgets.Widget"
    assert "<jalali-date" in packed["_args"][0]
    assert "jalali-date.js" in str(context.media)
    with translation.override("en"):
        assert JSContext().pack(kind())["_type"] == picker
