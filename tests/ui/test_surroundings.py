from django.http import HttpRequest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction, Site

from tests.making import SmallSite, draft_news, live_news
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
