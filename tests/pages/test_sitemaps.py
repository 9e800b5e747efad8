import datetime as dt

import pytest
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, draft_news, live_news, news_at
from tests.news.feeds.making import republish
from tests.xsd import validated
from wagtail_prcouncil.pages import sitemaps
from wagtail_prcouncil.pages.sitemaps import Sitemap
from wagtail_prcouncil.persian.jalali import in_tehran

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def titles() -> set[str]:
    return {page.title for page in Sitemap(RequestFactory().get("/")).items()}


def test_readable_pages_of_every_language_and_no_aliases(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    page.create_alias(update_slug="an-alias")
    draft = draft_news(site)
    found = [item.pk for item in Sitemap(RequestFactory().get("/")).items()]
    assert {page.pk, english.pk, site.home.pk, site.home_en.pk} <= set(found)
    assert draft.pk not in found
    assert len(found) == len(set(found)) == 8
    PageViewRestriction.objects.create(page=site.index_en, restriction_type="login")
    assert english.title not in titles()


def listed(url: str = "/sitemap.xml") -> dict[str, str | None]:
    """Addresses and when they last changed."""
    root = validated(Client().get(url).content, "sitemap")
    return {
        entry.findtext("s:loc", None, NAMES): entry.findtext("s:lastmod", None, NAMES)
        for entry in root.findall("s:url", NAMES)
    }


def test_it_fits_what_sitemaps_are(site: SmallSite) -> None:
    page = live_news(site)
    assert {page.full_url, site.home.full_url, site.home_en.full_url} <= set(listed())


def test_a_silent_change_is_none(site: SmallSite) -> None:
    page = news_at(site, dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.UTC))
    assert listed()[page.full_url] == "2026-11-20"
    republish(page, "silent", title="سدی دیگر", slug=page.slug)
    assert listed()[page.full_url] == "2026-11-20"
    corrected = republish(page, "correction", "عدد درست ۱۲ است.")
    assert listed()[page.full_url] == in_tehran(corrected.modified_at).date().isoformat()


def test_a_large_site_has_its_parts_listed(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listed()
    monkeypatch.setattr(sitemaps, "IN_ONE_FILE", 4)
    index = validated(Client().get("/sitemap.xml").content, "sitemap")
    parts = [element.text for element in index.findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"http://localhost/sitemap.xml?p={part}" for part in (1, 2)]
    found = [listed(part.removeprefix("http://localhost")) for part in parts]
    assert found[0] | found[1] == whole
    assert len(found[0]) == 4
    for nowhere in ("0", "3", "x", "-1", ""):
        assert Client().get(f"/sitemap.xml?p={nowhere}").status_code == 404


def test_it_is_for_reading(site: SmallSite) -> None:
    assert Client().post("/sitemap.xml").status_code == 405
