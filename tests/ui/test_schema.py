"""What the frame of a page tells search engines."""

import json
import re
from typing import Any

from django.http import HttpRequest
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, live_news
from wagtail_prcouncil.ui.face import Face
from wagtail_prcouncil.ui.models import BrandSettings
from wagtail_prcouncil.ui.schema import breadcrumb_list, publisher


def described(url: str) -> dict[str, dict[str, Any]]:
    """JSON-LD of an address, by type."""
    html = Client().get(url).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return {data["@type"]: data for data in map(json.loads, found)}


def test_the_publisher_in_the_pages_language(site: SmallSite) -> None:
    BrandSettings.objects.create(site=site.site, name="وزارت شباهنگ", name_en="Morning Star")
    article = live_news(site)
    english = live_news(site, english_of=article, title="Water", slug="water")
    assert described(article.url)["NewsArticle"]["publisher"]["name"] == "وزارت شباهنگ"
    assert described(english.url)["NewsArticle"]["publisher"]["name"] == "Morning Star"


def test_an_english_publisher_without_a_brand(site: SmallSite, request_: HttpRequest) -> None:
    """Wagtail's site has one name, in Persian; the English home has the English one."""
    assert publisher(Face(request_, site.index_en)) == {
        "@type": "GovernmentOrganization",
        "name": "Ministry of Example",
        "url": "http://localhost/en/",
    }


def test_the_logo_with_its_whole_address(site: SmallSite, request_: HttpRequest) -> None:
    image = get_image_model().objects.create(title="لوگو", file=get_test_image_file())
    BrandSettings.objects.create(site=site.site, logo=image)
    logo = publisher(Face(request_, site.index))["logo"]
    assert logo["url"].startswith("http://localhost/media/")
    assert (logo["width"], logo["height"]) == (600, 450)


def test_breadcrumbs_say_what_readers_see(site: SmallSite) -> None:
    article = live_news(site)
    steps = described(article.url)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["وزارت نمونه", "خبرها", "استان‌ها", article.title]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step.get("item") for step in steps] == [
        "http://localhost/",
        site.index.full_url,
        site.section.full_url,
        None,
    ]


def test_no_breadcrumbs_on_the_home_page(site: SmallSite, request_: HttpRequest) -> None:
    assert "BreadcrumbList" not in described(site.home.url)
    assert breadcrumb_list(Face(request_, None)) is None
