"""How much a reader's page may ask of the database, however many news there are.

That no statement of them reads the whole site is what `make bench` shows.
"""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from home.models import HomePage
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, small_site, translated
from wagtail_prcouncil.directory.models import AgencyIndexPage, Province
from wagtail_prcouncil.news.models import NewsPage, SectionPage

# As targeted by the bench (docs/performance.md).
ARTICLE, LISTING, ROUTING = 18, 12, 7
SHOWN = 20

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture(scope="module")
def news(kept_rows: None) -> list[NewsPage]:
    """More than a listing shows, each with a picture, an agency, a province and a quoted agency of
    its own, with tags; one with a translation. Agencies have profiles to be linked to."""
    site = small_site()
    images, provinces = get_image_model().objects, list(Province.objects.all())
    register = below(site.home, AgencyIndexPage, title="دستگاه‌ها", slug="agencies")
    register.save_revision().publish()
    english = {"title": "Agencies", "slug": "agencies", "show_in_menus": True}
    translated(register, HomePage.objects.get(pk=site.home_en.pk), site.en, **english)
    pages = []
    for number in range(SHOWN + 1):
        file = get_test_image_file(filename=f"{number}.png", size=(300, 200))
        facts = {"agency": agency(), "quoted_agency": agency(), "province": provinces[number]}
        picture = images.create(title=f"سد {number}", file=file)
        page = live_news(site, hero_image=picture, **facts)
        page.tags.add("آب", "برق")
        page.save_revision().publish()
        pages.append(page)
    facts = {name: getattr(pages[0], name) for name in facts}
    live_news(site, english_of=pages[0], title="Council", **facts)
    return pages


def asked(url: str) -> int:
    """Queries of an address that somebody has asked for before: where sites are served, what is
    in menus and the files of pictures are known."""
    client = Client()
    for _ in range(2):  # the first makes files of pictures, the second keeps the list with them
        client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_article(news: list[NewsPage]) -> None:
    english = news[0].get_translations().get()
    for page in (news[0], news[-1], english):
        assert asked(page.specific.url) <= ARTICLE


def test_listing(site: SmallSite, news: list[NewsPage]) -> None:
    below(site.index, SectionPage, title="شهرستان‌ها").save_revision().publish()
    for url in (site.index.url, site.index.url + "?oldest"):
        assert asked(url) <= LISTING


def test_listing_of_changed_news(site: SmallSite, news: list[NewsPage]) -> None:
    """Rendering it anew asks for the pages of its rows, and for the files of their pictures."""
    asked(site.index.url)
    NewsPage.objects.update(kicker="شتابان")
    with CaptureQueriesContext(connection) as queries:
        html = Client().get(site.index.url).content.decode()
    assert html.count("شتابان") == SHOWN
    assert len(queries) <= LISTING + 2


def test_routing(news: list[NewsPage]) -> None:
    """From the address to the page that answers, where somebody has asked for it before."""
    with translation.override("fa"):
        path = news[0].url.strip("/")
        Page.route_for_request(RequestFactory().get("/"), path)
        with CaptureQueriesContext(connection) as queries:
            found = Page.route_for_request(RequestFactory().get("/"), path)
    assert found.page == news[0]
    assert len(queries) <= ROUTING
