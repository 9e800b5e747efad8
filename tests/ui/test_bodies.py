"""A body is kept while it shows nothing but itself, and only as long as it says the same."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from django.utils.safestring import SafeString
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.ui.bodies import kept_body, refers


def times_rendered(page: NewsPage, request: HttpRequest) -> int:
    """Of three readers one after the other."""
    times: list[int] = []

    def render() -> SafeString:
        times.append(1)
        return SafeString("<p>")

    for _ in range(3):
        fresh = NewsPage.objects.get(pk=page.pk)
        assert kept_body(fresh.body, fresh, request, render) == "<p>"
    return len(times)


def html_of(page: NewsPage) -> str:
    return Client().get(page.url).content.decode()


def paragraph(html: str) -> list[tuple[str, Any]]:
    return [("paragraph", html)]


def test_words_are_rendered_once(site: SmallSite, request_: HttpRequest) -> None:
    page = live_news(site, body=[*paragraph("<p>متن</p>"), ("heading", "میان‌تیتر")])
    assert times_rendered(page, request_) == 1


def test_other_words_are_rendered_anew(site: SmallSite) -> None:
    page = live_news(site, body=paragraph("<p>پیش‌نویس</p>"))
    assert "پیش‌نویس" in html_of(page)
    NewsPage.objects.filter(pk=page.pk).update(body='[{"type": "paragraph", "value": "<p>نو</p>"}]')
    assert "پیش‌نویس" not in html_of(page)
    assert "<p>نو</p>" in html_of(page)


def test_each_page_and_each_language_has_its_own(site: SmallSite, request_: HttpRequest) -> None:
    first, second = live_news(site), live_news(site)
    second.body = first.body

    def render() -> SafeString:
        return SafeString(f"{next(words)}")

    words = iter("abc")
    assert kept_body(first.body, first, request_, render) == "a"
    assert kept_body(second.body, second, request_, render) == "b"
    with translation.override("en"):
        assert kept_body(first.body, first, request_, render) == "c"


def test_a_preview_is_rendered(site: SmallSite, request_: HttpRequest) -> None:
    page = live_news(site)
    request_.is_preview = True  # type: ignore[attr-defined]
    assert times_rendered(page, request_) == 3


@pytest.mark.parametrize("kind", ["link to a page", "link to a document", "picture", "card"])
def test_what_shows_other_things_is_rendered_each_time(
    site: SmallSite, request_: HttpRequest, kind: str
) -> None:
    if kind == "link to a page":
        body = paragraph(f'<p><a linktype="page" id="{site.index.pk}">خبرها</a></p>')
    elif kind == "link to a document":
        file = get_document_model().objects.create(title="آیین‌نامه", file="a.pdf")
        body = paragraph(f'<p><a linktype="document" id="{file.pk}">متن</a></p>')
    elif kind == "picture":
        image = get_image_model().objects.create(title="سد", file=get_test_image_file())
        body = [("figure", {"image": image, "alt": "سد"})]
    else:
        body = [("link_card", {"page": site.index})]
    page = live_news(site, body=body)
    assert refers(NewsPage.objects.get(pk=page.pk).body)
    assert times_rendered(page, request_) == 3


def test_a_link_follows_the_page_that_moved(site: SmallSite) -> None:
    link = paragraph(f'<p><a linktype="page" id="{site.section.pk}">استان‌ها</a></p>')
    page = live_news(site, body=link)
    assert f'<a href="{site.section.url}">استان‌ها</a>' in html_of(page)
    other = site.home.add_child(instance=NewsIndexPage(title="دیگر", slug="x", locale=site.fa))
    section = type(site.section).objects.get(pk=site.section.pk)
    section.move(other, pos="last-child")
    moved = type(section).objects.get(pk=section.pk).url
    assert moved != site.section.url
    assert f'<a href="{moved}">استان‌ها</a>' in html_of(page)
