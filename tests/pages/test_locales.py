from django.test import Client, RequestFactory
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from tests.making import SmallSite
from wagtail_prcouncil.pages.locales import active_locale


def test_the_locale_of_the_active_language(site: SmallSite) -> None:
    with translation.override("en"):
        assert active_locale() == site.en
    with translation.override("fa"):
        assert active_locale() == site.fa


def test_it_is_asked_for_once_for_a_request(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = rf.get("/")
    with django_assert_num_queries(2):
        for language in ("fa", "en", "fa", "en"):
            with translation.override(language):
                assert active_locale(request) == getattr(site, language)


def test_a_site_without_its_default_locale_answers_all_the_same(db: None) -> None:
    """As when Persian was added to an English site and its locale not made yet."""
    Locale.objects.update(language_code="en")
    with translation.override("fa"):
        assert active_locale() == Locale.objects.get()
    assert Client().get("/search/?q=x").status_code == 200
    assert Client().get("/no-such-page/").status_code == 404
