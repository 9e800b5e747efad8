"""The brand as pages show it: in their language, of now, and without a query of its own."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.http import HttpRequest
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction, Site

from tests.making import SmallSite, below, live_news, translated
from wagtail_prcouncil.news.models import NewsIndexPage
from wagtail_prcouncil.ui.face import Face
from wagtail_prcouncil.ui.models import BrandSettings

WORDS: dict[str, Any] = {
    "name": "وزارت شباهنگ",
    "name_en": "Ministry of the Morning Star",
    "tagline": "روابط عمومی",
    "address": "خیابان نمونه",
    "address_en": "Example Street",
    "telephone": "+98 21 0000",
    "postal_code": "1234567890",
    "email": "pr@example.invalid",
    "licence": "با ذکر منبع",
    "licence_en": "CC BY 4.0",
    "brand": "#3b2a63",
    "links": [
        ("link", {"network": "eitaa", "url": "https://eitaa.example/a"}),
        ("link", {"network": "rss", "url": "https://example.org/rss"}),
    ],
}


@pytest.fixture
def row(site: SmallSite) -> BrandSettings:
    return BrandSettings.objects.create(site=site.site, **WORDS)


def html_of(url: str) -> str:
    return Client().get(url).content.decode()


def test_words_in_the_pages_language(site: SmallSite, row: BrandSettings) -> None:
    persian, english = html_of(site.index.url), html_of(site.index_en.url)
    for word in ("وزارت شباهنگ", "روابط عمومی", "خیابان نمونه", "با ذکر منبع", "ایتا"):
        assert word in persian, word
        assert word not in english, word
    for word in ("Ministry of the Morning Star", "Example Street", "CC BY 4.0", "Eitaa"):
        assert word in english, word
        assert word not in persian, word


def test_digits_are_the_readers_and_addresses_machines(site: SmallSite, row: BrandSettings) -> None:
    persian = html_of(site.index.url)
    assert 'href="tel:+98210000">+۹۸ ۲۱ ۰۰۰۰</a>' in persian
    assert "۱۲۳۴۵۶۷۸۹۰" in persian
    assert 'href="tel:+98210000">+98 21 0000</a>' in html_of(site.index_en.url)


def test_links_keep_their_order(site: SmallSite, row: BrandSettings) -> None:
    html = html_of(site.index_en.url)
    assert html.index("https://eitaa.example/a") < html.index("https://example.org/rss")


def test_without_a_brand_the_home_gives_its_name(site: SmallSite, request_: HttpRequest) -> None:
    face = Face(request_, site.index_en)
    assert (face.site_name, face.brand.name) == ("Ministry of Example", "")
    assert "brand/" not in html_of(site.index_en.url)


def test_a_name_in_one_language_only(site: SmallSite, request_: HttpRequest) -> None:
    BrandSettings.objects.create(site=site.site, name="وزارت شباهنگ")
    assert Face(request_, site.index).site_name == "وزارت شباهنگ"
    assert Face(request_, site.index_en).site_name == "Ministry of Example"


def test_a_change_counts_with_the_next_request(site: SmallSite, row: BrandSettings) -> None:
    """What is kept in the cache of this process is of another version."""
    assert "وزارت شباهنگ" in html_of(site.index.url)
    row.name = "وزارت بامداد"
    row.save()
    html = html_of(site.index.url)
    assert "وزارت بامداد" in html
    assert "وزارت شباهنگ" not in html


def test_it_costs_no_query(site: SmallSite, row: BrandSettings) -> None:
    page = live_news(site)

    def asked() -> int:
        client = Client()
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.url).status_code == 200
        return len(queries)

    row.emblem = get_image_model().objects.create(title="نشان", file=get_test_image_file())
    row.save()
    with_brand = asked()
    row.delete()
    assert with_brand == asked()


def test_the_emblem_and_the_style_sheet(site: SmallSite, row: BrandSettings) -> None:
    row.emblem = get_image_model().objects.create(
        title="نشان", file=get_test_image_file(size=(800, 400))
    )
    row.save()
    html = html_of(site.index.url)
    assert '<img class="prc-brand__mark"' in html
    assert 'width="156" height="78" alt=""' in html
    assert f'<link rel="stylesheet" href="/brand/{site.site.pk}-' in html
    article = live_news(site)
    assert f"/brand/{site.site.pk}-" in html_of(f"{article.url}print/")


def test_a_drawn_emblem_is_served_as_it_is(site: SmallSite, row: BrandSettings) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h9"/></svg>'
    row.emblem = get_image_model().objects.create(
        title="نشان", file=ContentFile(svg, "emblem.svg"), width=20, height=10
    )
    row.save()
    assert f'src="{row.emblem.file.url}" width="20" height="10"' in html_of(site.index.url)


def test_two_sites_have_two_brands(site: SmallSite, row: BrandSettings) -> None:
    other = below(site.home, NewsIndexPage, title="پایگاه دیگر", slug="other")
    other.save_revision().publish()
    second = Site.objects.create(hostname="other.example", root_page=other, site_name="دیگر")
    BrandSettings.objects.create(site=second, name="سازمان دیگر")
    html = Client().get("/", headers={"host": "other.example"}).content.decode()
    assert "سازمان دیگر" in html
    assert "وزارت شباهنگ" not in html


class TestPrivacyLink:
    def test_of_the_package(self, site: SmallSite, row: BrandSettings) -> None:
        assert 'href="/privacy/"' in html_of(site.index.url)
        assert 'href="/en/privacy/"' in html_of(site.index_en.url)

    def test_of_the_ministry(self, site: SmallSite, row: BrandSettings) -> None:
        own = below(site.home, NewsIndexPage, title="حریم", slug="harim")
        own.save_revision().publish()
        english = translated(own, site.home_en, site.en, title="Privacy", slug="own-privacy")
        row.privacy_page = own
        row.save()
        assert 'href="/harim/">' in html_of(site.index.url)
        assert f'href="{english.url}">' in html_of(site.index_en.url)
        assert "/privacy/" not in html_of(site.index.url)

    def test_a_page_that_readers_may_not_see(self, site: SmallSite, row: BrandSettings) -> None:
        own = below(site.home, NewsIndexPage, title="حریم", slug="harim")
        own.save_revision().publish()
        PageViewRestriction.objects.create(page=own, restriction_type="login")
        row.privacy_page = own
        row.save()
        assert 'href="/privacy/"' in html_of(site.index.url)

    def test_on_a_site_without_our_addresses(self, site: SmallSite, row: BrandSettings) -> None:
        with override_settings(ROOT_URLCONF="tests.ui.urls_without_search"):
            html = html_of(site.index.url)
        assert "privacy" not in html
        assert "/brand/" not in html
        assert "وزارت شباهنگ" in html


def test_a_site_without_a_readable_home(site: SmallSite, row: BrandSettings) -> None:
    PageViewRestriction.objects.create(page=site.home, restriction_type="login")
    PageViewRestriction.objects.create(page=site.home_en, restriction_type="login")
    response = Client().get("/no-such-page/")
    assert response.status_code == 404
    assert "وزارت شباهنگ" in response.content.decode()
