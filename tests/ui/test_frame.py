"""The frame of every page: skip link, landmarks, and one query for the menu."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.making import SmallSite, live_news
from wagtail_prcouncil.ui.face import Face, face_of
from wagtail_prcouncil.ui.models import BrandSettings


@pytest.fixture
def addresses(site: SmallSite) -> list[str]:
    BrandSettings.objects.create(
        site=site.site,
        telephone="021-000",
        links=[("link", {"network": "eitaa", "url": "https://eitaa.example/a"})],
    )
    pages = [site.home.url, site.index.url, site.section.url, live_news(site).url]
    return [*pages, "/search/?q=x", "/privacy/", "/nowhere/"]


def test_the_skip_link_comes_first_and_leads_to_the_text(addresses: list[str]) -> None:
    for address in addresses:
        html = Client().get(address).content.decode()
        first = re.search(r"<(?:a|button|input|summary)\b[^>]*>", html.partition("<body")[2])
        assert first, address
        assert 'href="#main"' in first[0], address
        assert re.search(r'<main id="main"[^>]* tabindex="-1"', html), address


def test_landmarks(addresses: list[str]) -> None:
    for address in addresses:
        html = Client().get(address).content.decode()
        body = html.partition("<body")[2]
        assert len(re.findall(r"<main\b", body)) == 1, address
        top = re.sub(r"<main\b.*</main>", "", body, flags=re.DOTALL)
        assert len(re.findall(r"<header\b", top)) == 1, address
        assert len(re.findall(r"<footer\b", top)) == 1, address
        names = re.findall(r'<nav\b[^>]*(aria-label(?:ledby)?="[^"]+")', body)
        assert len(names) == len(re.findall(r"<nav\b", body)), f"{address}: a nav without a name"
        assert len(names) == len(set(names)), f"{address}: two navs of one name"


def test_the_frame_is_read_once_for_template_and_search_engines(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries, request_: object
) -> None:
    page = live_news(site)
    face = face_of(page, request_)  # type: ignore[arg-type]
    assert face.menu
    with django_assert_num_queries(0):
        assert face_of(page, request_) is face  # type: ignore[arg-type]
        assert face.menu.entries
    assert face_of(None, request_) is not face  # type: ignore[arg-type]
    assert face_of(page, None) == Face(None, page)
