"""What the search page shows: readable pages of one language, in bounded work."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tests.search.writing import write
from wagtail_prcouncil.search import finding
from wagtail_prcouncil.search.finding import find_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def fa() -> Locale:
    return Locale.objects.get_or_create(language_code="fa")[0]


@pytest.fixture
def en() -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


def at(day: int) -> dt.datetime:
    return dt.datetime(2026, 1, day, tzinfo=dt.UTC)


def found(query: str, locale: Locale, **options: int | Site) -> list[str]:
    limits = {"limit": 20} | options
    return [page.title for page in find_pages(query, locale=locale, **limits).pages]


def test_only_what_anybody_may_read_in_that_language(fa: Locale, en: Locale) -> None:
    (section, _open) = write(["خبر بخش", "خبر باز"])
    write(["خبر زیر بخش"], parent=section)
    write(["خبر نامنتشر"], live=False)
    write(["خبر in English"], locale=en)
    assert set(found("خبر", fa)) == {"خبر بخش", "خبر باز", "خبر زیر بخش"}
    assert found("خبر", en) == ["خبر in English"]
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert found("خبر", fa) == ["خبر باز"]


def test_a_site_finds_its_own_pages_in_each_of_its_languages(fa: Locale, en: Locale) -> None:
    (ours, theirs) = write(["خانهٔ ما", "خانهٔ آنان"])
    (ours_en,) = write(["Home"], locale=en)
    Page.objects.filter(pk=ours_en.pk).update(translation_key=ours.translation_key)
    write(["خبر ما"], parent=ours)
    write(["خبر آنان"], parent=theirs)
    write(["خبر our"], parent=ours_en, locale=en)
    site = Site.objects.create(hostname="ours", root_page=ours)
    assert found("خبر", fa, site=site) == ["خبر ما"]
    assert found("خبر", en, site=site) == ["خبر our"]


def test_latest_published_first(fa: Locale) -> None:
    for day in (2, 3, 1):
        write([f"خبر {day}"], first_published_at=at(day))
    write(["خبر بی‌تاریخ"])
    assert found("خبر", fa) == ["خبر 3", "خبر 2", "خبر 1", "خبر بی‌تاریخ"]


def test_words_in_the_title_come_before_words_in_the_body(
    fa: Locale, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = write(["خبر کهنه", "خبر تازه"])
    monkeypatch.setattr(
        finding,
        "_newest_keys",
        lambda results: [old.pk] if results.query_compiler.fields else [new.pk, old.pk],
    )
    assert found("خبر", fa) == ["خبر کهنه", "خبر تازه"]


def test_slices_hold_each_result_once(fa: Locale) -> None:
    written = write([f"خبر {number}" for number in range(7)])
    parts = [find_pages("خبر", locale=fa, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [len(part.pages) for part in parts] == [3, 3, 1, 0]
    assert {page.pk for part in parts for page in part.pages} == {page.pk for page in written}
    assert [part.total for part in parts] == [7] * 4


def test_above_the_cap_nobody_counts(fa: Locale, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_RESULTS", 5)
    write([f"خبر {number}" for number in range(5)])
    assert find_pages("خبر", locale=fa, limit=3).total == 5
    write(["خبر دیگر"])
    many = find_pages("خبر", locale=fa, limit=10)
    assert (many.total, many.reachable, len(many.pages)) == (None, 5, 5)


def test_the_number_of_statements_does_not_grow(fa: Locale) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            find_pages("خبر", locale=fa, limit=20)
        return len(queries)

    write(["خبر 1", "خبر 2"])
    statements()  # content types are asked for once in a process
    few = statements()
    write([f"خبر {number}" for number in range(60)])
    assert statements() == few <= 7


@pytest.mark.parametrize("query", ["", "   ", "؟", "\u200c", "ء"])
def test_a_query_without_a_word_asks_nothing(query: str, fa: Locale) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert find_pages(query, locale=fa, limit=20) == ([], 0, 0)
    assert len(queries) == 0


def test_a_site_that_searches_with_another_backend_has_a_search_page(
    fa: Locale, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
    write(["خبر یک", "خبر دو"])
    assert set(found("خبر", fa)) == {"خبر یک", "خبر دو"}
