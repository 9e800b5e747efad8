import datetime as dt

import pytest
from django.db import models
from django.test import override_settings
from django.utils import translation
from wagtail.admin.compare import comparison_class_registry
from wagtail.models import Page

from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.jalali.comparison import JalaliComparison

GO_LIVE = dt.datetime(2100, 3, 21, 7, 0, tzinfo=dt.UTC)


def compared(kind: type[Page], later: dt.datetime | None, language: str) -> tuple[str, bool]:
    with translation.override(language), override_settings(WAGTAIL_PRCOUNCIL={}):
        field = kind._meta.get_field("go_live_at")
        comparison_class = comparison_class_registry.get(field)
        comparison = comparison_class(field, kind(go_live_at=GO_LIVE), kind(go_live_at=later))
        return str(comparison.htmldiff()), comparison.has_changed()


def test_both_days_in_jalali(db: None) -> None:
    html, changed = compared(NewsPage, GO_LIVE + dt.timedelta(days=1), "fa")
    assert "۱ فروردین ۱۴۷۹، ۱۰:۳۰" in html
    assert "۲ فروردین ۱۴۷۹، ۱۰:۳۰" in html
    assert changed


def test_a_day_taken_away(db: None) -> None:
    assert "۱ فروردین ۱۴۷۹" in compared(NewsPage, None, "fa")[0]


def test_a_second_is_a_change_that_words_leave_out(db: None) -> None:
    assert compared(NewsPage, GO_LIVE + dt.timedelta(seconds=1), "fa")[1]
    assert not compared(NewsPage, GO_LIVE, "fa")[1]


@pytest.mark.parametrize(("kind", "language"), [(NewsPage, "en"), (Page, "fa")])
def test_others_as_before(kind: type[Page], language: str, db: None) -> None:
    assert "2100-03-21" in compared(kind, None, language)[0]


def test_registered_for_days_and_moments() -> None:
    for field in (models.DateField(), models.DateTimeField()):
        assert comparison_class_registry.get(field) is JalaliComparison
    assert comparison_class_registry.get(models.IntegerField()) is None
