from django.test import Client

from tests.charters.public.making import AFTER, anonymous, reading, told_charter
from tests.making import SmallSite
from wagtail_prcouncil.pages.shown import Shown


def test_what_lists_search_and_caches_get(site: SmallSite) -> None:
    told = told_charter(site)
    page = told.page
    assert page.adopted_title == page.teaser(anonymous()).title == "میثاق‌نامهٔ نمونه"
    assert page.facets().council_ids == (told.one.council_id,)
    found = page.words_in_force()
    assert AFTER in found
    assert "یادداشت نمونه" in found
    assert "<" not in found
    assert {"/", "/signatures/", "/versions/1/", "/versions/2/signatures/"} <= {
        *page.get_cached_paths()
    }


def test_while_it_is_read(site: SmallSite) -> None:
    told = told_charter(site)
    page = told.english
    page.reading = reading(page)
    assert page.original() == told.one.page
    assert page.facets().council_ids == (told.one.council_id,)
    assert page.shown() == Shown("Sample covenant")
    described = page.structured_data(anonymous())
    assert described is not None
    assert described["inLanguage"] == "en"
    page.part = Shown("Signatures", "signatures/")
    assert page.shown().path == "signatures/"
    assert page.structured_data(anonymous()) is None


def test_the_sitemap_knows_who_signed(site: SmallSite, client: Client) -> None:
    told = told_charter(site)
    shown = client.get("/sitemap.xml").content.decode()
    assert f"{told.page.url}</loc>" in shown
    assert f"{told.page.url}signatures/</loc>" in shown
    assert f"{told.page.url}versions/" not in shown
