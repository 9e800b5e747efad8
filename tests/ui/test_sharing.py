import datetime as dt
import re
from html import unescape
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.images import get_image_model

from tests.blocks.bodies import picture
from tests.directory.making import agency, register
from tests.making import SmallSite, live_news, small_site
from tests.news.feeds.making import full_news, republish
from wagtail_prcouncil.ui.models import BrandSettings
from wagtail_prcouncil.ui.sharing import (
    Shared,
    locale,
    open_graph,
    shared_files,
    shared_pictures,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
META = re.compile(r'<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)">')
REQUIRED = {"og:title", "og:type", "og:site_name", "og:locale", "twitter:card"}
OF_PAGES = REQUIRED | {"og:url"}
OF_ARTICLES = OF_PAGES | {
    *("og:description", "og:image", "og:image:width", "og:image:height", "og:image:alt"),
    *("article:published_time", "article:modified_time", "article:section", "article:tag"),
}


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def told(url: str) -> dict[str, list[str]]:
    """What the head of a page tells messengers, by its names."""
    html = Client().get(url).content.decode().partition("</head>")[0]
    found: dict[str, list[str]] = {}
    for name, value in META.findall(html):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_an_article(site: SmallSite) -> None:
    page = full_news(site)
    found = told(page.url)
    assert set(found) >= OF_ARTICLES
    assert found["og:type"] == ["article"]
    assert found["og:title"] == [page.title]
    assert found["og:url"] == [page.full_url]
    assert found["og:site_name"] == ["وزارت نمونه"]
    assert found["og:locale"] == ["fa_IR"]
    assert found["article:section"] == ["استان‌ها"]
    assert found["article:tag"] == ["آب", "یزد"]
    assert found["article:published_time"] == ["2026-11-20T12:00:00+03:30"]
    assert found["og:image:alt"] == ["سد نمونه"]
    assert found["og:image"][0].startswith("http://localhost/media/images/")
    assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["675"])
    assert found["twitter:card"] == ["summary_large_image"]


def test_a_change_that_was_told(site: SmallSite) -> None:
    page = republish(full_news(site), "update", "افزوده شد.")
    (modified,) = told(page.url)["article:modified_time"]
    assert dt.datetime.fromisoformat(modified) == page.modified_at.replace(microsecond=0)


def test_every_page_says_what_it_is(site: SmallSite) -> None:
    roads = agency("راهداری", summary="راه‌ها")
    profile = f"{register(site).url}{roads.code}/"
    for url in ("/", "/en/", "/news/", site.section.url, profile):
        assert set(told(url)) >= OF_PAGES, url
        assert len(told(url)["og:title"]) == 1
    assert told(profile)["og:title"] == ["راهداری"]
    assert told(profile)["og:url"] == [f"http://localhost{profile}"]
    for url in ("/search/?q=آب", "/privacy/", "/no-such-page/"):
        assert set(told(url)) >= REQUIRED, url


def test_other_languages_of_the_page_and_no_stand_ins(site: SmallSite) -> None:
    page = live_news(site)
    assert "og:locale:alternate" not in told(page.url)
    english = live_news(site, english_of=page, title="Council session")
    assert told(page.url)["og:locale:alternate"] == ["en_US"]
    assert told(english.url)["og:locale:alternate"] == ["fa_IR"]
    assert told(english.url)["og:locale"] == ["en_US"]


def test_the_logo_stands_in_for_a_picture(site: SmallSite) -> None:
    page = live_news(site)
    assert "og:image" not in told(page.url)
    BrandSettings.objects.create(site=site.site, logo=picture(size=(300, 100)))
    found = told(page.url)
    assert found["og:image"][0].startswith("http://localhost/media/images/")
    assert found["og:image:alt"] == ["وزارت نمونه"]
    assert found["twitter:card"] == ["summary"]


def test_words_cannot_leave_their_attribute(site: SmallSite) -> None:
    page = live_news(site, title='"><script>alert(1)</script>')
    assert told(page.url)["og:title"] == [page.title]
    assert "<script>alert" not in Client().get(page.url).content.decode()


@pytest.mark.parametrize(
    ("code", "name"), [("fa", "fa_IR"), ("en", "en_US"), ("en-gb", "en_GB"), ("ar", "ar_AR")]
)
def test_languages_as_opengraph_names_them(code: str, name: str) -> None:
    assert locale(code) == name


def test_a_page_of_a_foreign_type(site: SmallSite, rf: RequestFactory) -> None:
    page = site.home.page_ptr
    page.search_description = "درگاه"
    shared = Shared.of(page, rf.get("/", HTTP_HOST="localhost"))
    assert (shared.title, shared.type, shared.description) == ("وزارت نمونه", "website", "درگاه")


def test_where_there_is_no_page(site: SmallSite, rf: RequestFactory) -> None:
    request: Any = rf.get("/", HTTP_HOST="localhost")
    assert open_graph(None, request).shared.title == "وزارت نمونه"


def test_shapes_that_search_engines_ask_for(site: SmallSite) -> None:
    sizes = [(file.width, file.height) for file in shared_files(picture())]
    assert sizes == [(1200, 675), (800, 600), (600, 600)]
    assert all(width * height >= 50_000 for width, height in sizes)


def test_a_picture_that_other_sites_cannot_draw(site: SmallSite) -> None:
    drawing = get_image_model().objects.create(
        title="نشان", file=ContentFile(SVG, name="mark.svg"), width=10, height=10
    )
    assert shared_files(drawing) == []
    assert shared_files(None) == []
    lost = picture()
    lost.file.storage.delete(lost.file.name)
    assert shared_files(lost) == []


def test_files_of_one_picture_are_looked_up_once(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    image = picture()
    before = shared_pictures(image)
    assert [(file.width, file.height) for file in before] == [
        (file.width, file.height) for file in shared_files(image)
    ]
    with django_assert_num_queries(0):
        assert shared_pictures(image) == before
    image.focal_point_x, image.focal_point_y = 9, 9
    image.focal_point_width = image.focal_point_height = 4
    assert shared_pictures(image) != before
    assert shared_pictures(None) == ()
