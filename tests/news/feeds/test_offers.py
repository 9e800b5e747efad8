import re
from urllib.parse import parse_qs, urlparse

import feedparser
import pytest
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from tests.directory.making import agency, register
from tests.making import SmallSite, live_news
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.feeds.offers import offers_of
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

LINK = re.compile(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">')


def offered(url: str) -> dict[str, str]:
    """Addresses of the RSS feeds in the head of a page, by their titles."""
    html = Client().get(url).content.decode().partition("</head>")[0]
    found = LINK.findall(html)
    assert found
    assert len(found) % 3 == 0
    return {
        title.removesuffix(" (RSS)"): address.replace("&amp;", "&")
        for media_type, title, address in found
        if media_type == "application/rss+xml"
    }


def items(address: str) -> list[str]:
    return [entry.title for entry in feedparser.parse(Client().get(address).content).entries]


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    register(site)
    live_news(site, section=None, title="خبری بی سرویس")
    found = live_news(site, agency=agency("سازمان نمونهٔ آب"), title="خبر سد")
    found.tags.add("آب")
    found.save_revision().publish()
    return NewsPage.objects.get(pk=found.pk)


def test_every_page_names_the_feed_of_its_site(site: SmallSite, page: NewsPage) -> None:
    for url in ("/", "/news/", "/search/", "/privacy/", "/agencies/", page.url):
        assert offered(url)["وزارت نمونه"] == "/feeds/news.rss"
    assert offered("/en/")["Ministry of Example"] == "/en/feeds/news.rss"


def test_an_item_names_those_of_its_section_and_agency(site: SmallSite, page: NewsPage) -> None:
    found = offered(page.url)
    assert list(found) == ["وزارت نمونه", "استان‌ها", "سازمان نمونهٔ آب"]
    for title in ("استان‌ها", "سازمان نمونهٔ آب"):
        assert items(found[title]) == ["خبر سد"]
    assert len(items(found["وزارت نمونه"])) == 2


def test_lists_name_their_own(site: SmallSite, page: NewsPage) -> None:
    profile = f"/agencies/{page.agency.code}/"
    for url in (site.section.url, f"{site.index.url}tag/آب/", profile, "/news/?q=سد"):
        title, address = list(offered(url).items())[-1]
        assert title != "وزارت نمونه"
        assert items(address) == ["خبر سد"], url


def test_an_index_has_a_feed_of_its_own(site: SmallSite, page: NewsPage) -> None:
    unit = site.home.add_child(instance=NewsIndexPage(title="خبرهای آب", slug="water"))
    theirs = unit.add_child(instance=NewsPage(title="خبر چشمه", live=False))
    theirs.save_revision().publish()
    assert items(offered(unit.url)["خبرهای آب"]) == ["خبر چشمه"]
    assert items(offered(f"{unit.url}?q=خبر")["خبرهای آب، با همین پالایه"]) == ["خبر چشمه"]
    assert len(items(offered(site.index.url)[site.index.title])) == 2
    assert len(items(offered(unit.url)["وزارت نمونه"])) == 3
    html = Client().get(unit.url).content.decode().partition("</head>")[2]
    assert f'href="/feeds/news.atom?index={unit.pk}"' in html


def test_an_index_in_another_language(site: SmallSite, page: NewsPage) -> None:
    english = live_news(site, english_of=page, title="A dam")
    address = offered(site.index_en.url)[site.index_en.title]
    assert items(address) == [english.title]


def test_an_item_names_that_of_its_province(site: SmallSite, page: NewsPage) -> None:
    qazvin = Province.objects.get(code="IR-26")
    there = live_news(site, section=None, province=qazvin, title="خبر قزوین")
    assert items(offered(there.url)["قزوین"]) == ["خبر قزوین"]
    english = live_news(site, english_of=there, title="News of Qazvin", province=qazvin)
    assert items(offered(english.url)["Qazvin"]) == ["News of Qazvin"]


def test_a_section_in_another_language(site: SmallSite, page: NewsPage) -> None:
    english = live_news(site, english_of=page, title="A dam", section=site.section)
    address = offered(site.section_en.url)["Provinces"]
    assert address.startswith("/en/feeds/news.rss?")
    assert items(address) == [english.title]


def test_what_was_asked_for_is_all_that_is_handed_on(site: SmallSite, page: NewsPage) -> None:
    address = list(offered('/news/?utm=a&q="><b>&before=1-1').values())[-1]
    assert parse_qs(urlparse(address).query) == {"q": ['"><b>'], "index": [str(site.index.pk)]}


def test_no_query_more_on_an_article(site: SmallSite, page: NewsPage) -> None:
    request = RequestFactory().get("/")
    whole = NewsPage.objects.whole().get(pk=page.pk)
    offers_of(whole, request)
    with CaptureQueriesContext(connection) as seen:
        offers_of(whole, request)
    assert len(seen) == 0


def test_people_find_them_beside_a_list(site: SmallSite, page: NewsPage) -> None:
    html = Client().get(site.section.url).content.decode().partition("</head>")[2]
    assert f'href="/feeds/news.atom?section={site.section.pk}"' in html


@override_settings(ROOT_URLCONF="wagtail.urls")
def test_a_site_without_our_addresses_offers_none(site: SmallSite) -> None:
    assert offers_of(site.home, RequestFactory().get("/")) == []
