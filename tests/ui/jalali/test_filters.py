"""A span of days above a list."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import RequestFactory, override_settings
from django.utils import translation
from wagtail.admin.active_filters import filter_adapter_class_registry
from wagtail.admin.filters import WagtailFilterSet

from tests.making import SmallSite, news_at
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter


class NewsByDay(WagtailFilterSet):
    """As a list of ours would have it."""

    published_at = JalaliDateRangeFilter(label="published")

    class Meta:
        model = NewsPage
        fields: tuple[str, ...] = ()


def filtered(query: str, language: str = "fa") -> NewsByDay:
    with translation.override(language):
        found = NewsByDay(QueryDict(query), queryset=NewsPage.objects.all())
        found.is_valid()
        return found


@pytest.fixture
def items(site: SmallSite) -> list[NewsPage]:
    """One minute before, at the start, at the end and one minute after 1 Azar 1404 in Tehran."""
    first = dt.datetime(2025, 11, 22, 0, 0, tzinfo=TEHRAN)
    minute = dt.timedelta(minutes=1)
    day = dt.timedelta(days=1)
    return [news_at(site, at) for at in (first - minute, first, first + day - minute, first + day)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("published_at_from=۱۴۰۴/۹/۱&published_at_to=1404-09-01", [1, 2]),
        ("published_at_from=2025-11-22", [1, 2, 3]),
        ("published_at_to=۱۴۰۴/۹/۱", [0, 1, 2]),
        ("published_at_to=9999-12-31", [0, 1, 2, 3]),
        ("published_at_from=&published_at_to=", [0, 1, 2, 3]),
        ("", [0, 1, 2, 3]),
    ],
)
@override_settings(TIME_ZONE="UTC")
def test_days_of_tehran(items: list[NewsPage], query: str, expected: list[int]) -> None:
    found = set(filtered(query).qs)
    assert found == {items[number] for number in expected}


def test_the_first_day_of_all_is_no_error(items: list[NewsPage]) -> None:
    assert set(filtered("published_at_from=0001-01-01", "en").qs) == set(items)


def test_a_day_that_does_not_exist_is_told(db: None) -> None:
    with translation.override("fa"):
        found = filtered("published_at_from=۱۴۰۴/۱۲/۳۰")
        assert "۳۰ اسفند ۱۴۰۴" in str(found.form.errors["published_at"])
        assert 'value="۱۴۰۴/۱۲/۳۰"' in str(found.form["published_at"])


def test_the_filter_in_force_is_named_in_jalali(db: None, rf: RequestFactory) -> None:
    found = filtered("published_at_from=۱۴۰۵/۹/۱")
    field = found.filters["published_at"]
    adapter = filter_adapter_class_registry.get(field)(
        field, found.form["published_at"], found.form.cleaned_data["published_at"], "/", found.data
    )
    with translation.override("fa"):
        (active,) = adapter.get_active_filters()
        assert "۱ آذر ۱۴۰۵" in active.value
    with translation.override("en"):
        assert "22 November 2026" in next(iter(adapter.get_active_filters())).value
