import pytest
from django.http import HttpRequest
from django.test import override_settings
from django.urls import path

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.face import Face

urlpatterns = [path("only-this/", lambda request: None)]


def test_the_site_goes_by_the_homes_name_in_the_pages_language(
    site: SmallSite, request_: HttpRequest
) -> None:
    assert Face(request_, site.index).site_name == "وزارت نمونه"
    assert Face(request_, site.index_en).site_name == "Ministry of Example"


def test_the_current_entry(site: SmallSite, request_: HttpRequest) -> None:
    assert Face(request_, live_news(site)).current_entry.path == site.index.path
    assert Face(request_, site.home).current_entry is None


def test_canonical_address_of_an_alias_is_its_sources(
    site: SmallSite, request_: HttpRequest
) -> None:
    article = live_news(site)
    alias = article.copy_for_translation(site.en, alias=True)
    alias = NewsPage.objects.get(pk=alias.pk)
    assert Face(request_, alias).canonical_url == article.get_full_url(request_)
    assert Face(request_, article).canonical_url == article.get_full_url(request_)


def test_full_addresses(site: SmallSite, request_: HttpRequest) -> None:
    face = Face(request_, site.home)
    assert (face.root_url, face.host) == ("http://localhost", "localhost")


def test_search_is_optional(site: SmallSite, request_: HttpRequest) -> None:
    assert Face(request_, site.home).search_url == "/search/"
    with override_settings(ROOT_URLCONF=__name__):
        assert Face(request_, site.home).search_url == ""


@pytest.mark.django_db
def test_a_template_without_a_request_still_has_a_language() -> None:
    face = Face(None, None)
    assert face.language.code == "fa"
    assert (face.menu, face.editions, face.trail, face.site_name) == (None, (), (), "")
