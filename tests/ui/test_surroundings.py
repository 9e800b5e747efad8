import pytest
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction, Site

from tests.making import SmallSite, draft_news, live_news
from tests.meetings.making import announced, in_english, staffed_council
from wagtail_prcouncil.ui import surroundings
from wagtail_prcouncil.ui.surroundings import surroundings_of


def test_of_an_article(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    around = surroundings_of(article, request_)
    assert around.home.pk == site.home.pk
    assert [page.pk for page in around.menu] == [site.index.pk]
    assert [page.pk for page in around.ancestors] == [site.index.pk]
    assert [page.pk for page in around.elsewhere] == [site.home_en.pk]


def test_a_translation_stands_before_the_home(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    english = live_news(site, english_of=article, title="English", slug="english")
    assert [p.pk for p in surroundings_of(article, request_).elsewhere] == [english.pk]
    assert [p.pk for p in surroundings_of(english, request_).elsewhere] == [article.pk]


def test_a_draft_translation_is_nobodys_business(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    draft_news(site, english_of=article, title="English", slug="english")
    assert [p.pk for p in surroundings_of(article, request_).elsewhere] == [site.home_en.pk]


def test_a_private_translation_is_not_told_of(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    live_news(site, english_of=article, title="English", slug="english")
    PageViewRestriction.objects.create(page=site.index_en, restriction_type="login")
    assert [p.pk for p in surroundings_of(article, request_).elsewhere] == [site.home_en.pk]


def test_an_alias_is_no_translation(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    article.copy_for_translation(site.en, alias=True)
    assert [p.pk for p in surroundings_of(article, request_).elsewhere] == [site.home_en.pk]


def test_a_language_without_a_readable_home(site: SmallSite, request_: HttpRequest) -> None:
    Page.objects.filter(pk=site.home_en.pk).update(live=False)
    around = surroundings_of(site.home_en, request_)
    assert around.home is None
    assert around.menu == ()
    assert [page.pk for page in around.elsewhere] == [site.home.pk]
    assert surroundings_of(site.home, request_).elsewhere == ()


def test_without_a_page_the_active_language(site: SmallSite, request_: HttpRequest) -> None:
    with translation.override("en"):
        around = surroundings_of(None, request_)
    assert around.home.pk == site.home_en.pk
    assert around.ancestors == ()


def test_without_a_site(site: SmallSite, request_: HttpRequest) -> None:
    Site.objects.all().delete()
    assert surroundings_of(site.home, request_).home is None


def test_the_frame_asks_once_however_much_there_is(
    site: SmallSite, request_: HttpRequest, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = live_news(site)
    for _ in range(5):
        live_news(site)
    surroundings_of(article, request_)
    fresh = type(article).objects.get(pk=article.pk)
    # Who may read what, and the pages themselves with their locales.
    with django_assert_max_num_queries(2):
        around = surroundings_of(fresh, request_)
        assert {page.locale.language_code for page in around.elsewhere} == {"en"}
        assert fresh.locale.language_code == "fa"


def test_of_a_page_that_tells_of_facts(site: SmallSite, request_: HttpRequest) -> None:
    """No translation of an original that is kept from readers: asked with all others where the page
    tells of facts itself, and of no other page."""
    row = announced(staffed_council(site))
    english = in_english(row, site)
    assert [p.pk for p in surroundings_of(row.page, request_).elsewhere] == [english.pk]
    plain, told = asked(live_news(site), request_), asked(english, request_)
    assert "prcouncil_meetings" not in "".join(plain)
    assert "prcouncil_meetings" in "".join(told)
    assert len(plain) == len(told)
    row.page.unpublish()
    assert english.pk not in [p.pk for p in surroundings_of(row.page, request_).elsewhere]


def test_a_menu_names_nothing_that_is_kept_with_its_original(
    site: SmallSite, request_: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = announced(staffed_council(site))
    english = in_english(row, site)
    Page.objects.filter(pk=english.pk).update(show_in_menus=True)
    monkeypatch.setattr(surroundings, "entry_ids", lambda site, locale_id: [english.pk])
    assert [p.pk for p in surroundings_of(site.index_en, request_).menu] == [english.pk]
    row.page.unpublish()
    assert surroundings_of(site.index_en, request_).menu == ()


def asked(page: Page, request: HttpRequest) -> list[str]:
    """Of the database, besides what is private: that is asked once for a whole answer."""
    surroundings_of(page, request)
    with CaptureQueriesContext(connection) as found:
        surroundings_of(page, request)
    return [one["sql"] for one in found if "pageviewrestriction" not in one["sql"]]
