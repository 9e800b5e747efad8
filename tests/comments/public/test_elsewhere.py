"""The language switch of what is said below pages."""

import re

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from tests.comments.making import open_page, published
from tests.making import SmallSite, live_news, reading
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.public.elsewhere import lead_to_translations
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.ui.editions import led_elsewhere


@pytest.fixture
def english(site: SmallSite) -> Page:
    return live_news(site, english_of=open_page(site), title="Water", slug="water")


def switched(address: str) -> set[str]:
    """Where header and footer lead to in the other language."""
    html = Client().get(address).content.decode()
    html = html.partition("<main")[0] + html.partition("</main>")[2]
    found = re.findall(r'<a\b[^>]* href="([^"]*)"[^>]* hreflang="(?:en|fa)"', html)
    return set(found) or set(re.findall(r'href="([^"]*)" lang="en"', html))


def test_a_thread_and_a_form_lead_to_those_of_the_translation(
    site: SmallSite, english: Page
) -> None:
    page = english.get_translation(site.home.locale).specific
    comment = published(page)
    for path in ("thread", "post"):
        assert switched(f"/comments/{path}/{page.pk}/") == {f"/comments/{path}/{english.pk}/"}
        assert switched(f"/comments/{path}/{english.pk}/") == {f"/comments/{path}/{page.pk}/"}
    for path in ("", "report/"):
        below = f"/comments/c/{comment.public_id}/{path}"
        assert switched(below) == {f"/comments/thread/{english.pk}/"}


def test_a_translation_without_comments_is_led_to_itself(site: SmallSite, english: Page) -> None:
    CommentPolicy.objects.create(page=english, mode=Mode.HIDDEN)
    page = english.get_translation(site.home.locale)
    assert switched(f"/comments/thread/{page.pk}/") == {english.url}


def test_to_the_home_where_there_is_no_translation(site: SmallSite) -> None:
    page = open_page(site)
    assert switched(f"/comments/thread/{page.pk}/") == {"/en/"}


def test_not_to_what_readers_may_not_read(site: SmallSite, english: Page) -> None:
    english.unpublish()
    page = english.get_translation(site.home.locale)
    assert switched(f"/comments/thread/{page.pk}/") == {"/en/"}


@pytest.mark.parametrize("path", ["mine", "transparency"])
def test_one_address_for_all_languages(site: SmallSite, path: str) -> None:
    assert switched(f"/comments/{path}/") == {"?lang=en"}
    assert switched(f"/comments/{path}/?lang=en") == {"?lang=fa"}


def test_what_is_not_translated_costs_no_policy(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page, request = open_page(site), rf.get("/")
    with reading(), django_assert_num_queries(1):
        lead_to_translations(page, request)
    assert led_elsewhere(request) == {}
