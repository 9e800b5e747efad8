"""How much a reader's page may ask of the database, however many news there are.

That no statement of them reads the whole site is what `make bench` shows.
"""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from tests.making import SmallSite, below, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage, SectionPage

# As targeted by the bench (docs/performance.md).
ARTICLE, LISTING, ROUTING = 14, 12, 7
SHOWN = 20


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def news(site: SmallSite) -> list[NewsPage]:
    """More than a listing shows, each with a picture of its own, tags and a translation."""
    images = get_image_model().objects
    pages = []
    for number in range(SHOWN + 1):
        file = get_test_image_file(filename=f"{number}.png", size=(300, 200))
        page = live_news(site, hero_image=images.create(title=f"سد {number}", file=file))
        page.tags.add("آب", "برق")
        page.save_revision().publish()
        pages.append(page)
    live_news(site, english_of=pages[0], title="Council")
    return pages


def asked(url: str) -> int:
    """Queries of an address that somebody has asked for before: where sites are served, what is
    in menus and the files of pictures are known."""
    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_article(news: list[NewsPage]) -> None:
    for page in (news[0], news[-1]):
        assert asked(page.url) <= ARTICLE


def test_listing(site: SmallSite, news: list[NewsPage]) -> None:
    below(site.index, SectionPage, title="شهرستان‌ها").save_revision().publish()
    for url in (site.index.url, site.index.url + "?oldest"):
        assert asked(url) <= LISTING


def test_listing_of_changed_news(site: SmallSite, news: list[NewsPage]) -> None:
    """Rendering it anew asks for nothing more."""
    asked(site.index.url)
    NewsPage.objects.update(kicker="شتابان")
    with CaptureQueriesContext(connection) as queries:
        html = Client().get(site.index.url).content.decode()
    assert html.count("شتابان") == SHOWN
    assert len(queries) <= LISTING


def test_routing(news: list[NewsPage]) -> None:
    """From the address to the page that answers."""
    with translation.override("fa"), CaptureQueriesContext(connection) as queries:
        found = Page.route_for_request(RequestFactory().get("/"), news[0].url.strip("/"))
    assert found.page == news[0]
    assert len(queries) <= ROUTING
