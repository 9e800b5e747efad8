"""What is kept of a frame is shared by the pages of a site, and never older than what it shows."""

from collections.abc import Callable
from unittest import mock

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from home.models import HomePage
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from tests.making import SmallSite, below, live_news, translated
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.ui.face import Face
from wagtail_prcouncil.ui.frame import state_of
from wagtail_prcouncil.ui.models import BrandSettings


@pytest.fixture
def article(site: SmallSite) -> NewsPage:
    """With a brand around it, a logo included."""
    logo = get_image_model().objects.create(title="نشان", file=get_test_image_file())
    BrandSettings.objects.create(site=site.site, name="وزارت", telephone="021-1", emblem=logo)
    return live_news(site)


def html_of(page: Page) -> str:
    return Client().get(Page.objects.get(pk=page.pk).specific.url).content.decode()


def brand_by_form(site: SmallSite) -> None:
    row = BrandSettings.objects.get()
    row.name, row.telephone, row.licence = "وزارت نو", "021-2", "آزاد"
    row.save()


def brand_colours(site: SmallSite) -> None:
    row = BrandSettings.objects.get()
    row.brand = "#3b2a63"
    row.save()


def brand_gone(site: SmallSite) -> None:
    BrandSettings.objects.all().delete()


def emblem_replaced(site: SmallSite) -> None:
    emblem = BrandSettings.objects.get().emblem
    emblem.file = get_test_image_file(filename="new.png", size=(90, 60))
    emblem.save()
    emblem.renditions.all().delete()


def entry_renamed(site: SmallSite) -> None:
    Page.objects.filter(pk=site.index.pk).update(title="تازه‌ها")


def entry_moved_to_another_address(site: SmallSite) -> None:
    index = NewsIndexPage.objects.get(pk=site.index.pk)
    index.slug = "elsewhere"
    index.save_revision().publish()


def entry_taken_out(site: SmallSite) -> None:
    Page.objects.filter(pk=site.index.pk).update(show_in_menus=False)


def entry_made_private(site: SmallSite) -> None:
    page = below(site.home, NewsIndexPage, title="درون‌سازمانی", slug="inside")
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def entry_published(site: SmallSite) -> None:
    below(site.home, NewsIndexPage, title="گزارش‌ها", slug="reports").save_revision().publish()


def home_renamed(site: SmallSite) -> None:
    Page.objects.filter(pk=site.home.pk).update(title="سازمان نمونه")


def other_home_gone(site: SmallSite) -> None:
    Page.objects.filter(pk=site.home_en.pk).update(live=False)


def host_changed(site: SmallSite) -> None:
    Site.objects.update(hostname="example.org")
    Site.clear_site_root_paths_cache()


CHANGES = [
    brand_by_form,
    brand_colours,
    brand_gone,
    emblem_replaced,
    entry_renamed,
    entry_moved_to_another_address,
    entry_taken_out,
    entry_made_private,
    entry_published,
    home_renamed,
    other_home_gone,
    host_changed,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_shows_at_once(
    site: SmallSite, article: NewsPage, change: Callable[[SmallSite], None]
) -> None:
    def shown() -> list[str]:
        return [html_of(page) for page in (article, site.section, site.index, site.home)]

    before = shown()
    assert shown() == before
    change(site)
    after = shown()
    assert after != before or change is entry_made_private
    cache.clear()
    assert after == shown()


def test_so_does_a_translation(site: SmallSite, article: NewsPage) -> None:
    assert 'hreflang="en">' in html_of(article)
    english = live_news(site, english_of=article, title="Water", slug="water")
    assert f'<a href="{english.url}" lang="en"' in html_of(article)
    english.slug = "rivers"
    english.save_revision().publish()
    moved = NewsPage.objects.get(pk=english.pk)
    assert f'<a href="{moved.url}" lang="en"' in html_of(article)
    moved.unpublish()
    assert moved.url not in html_of(article)
    assert '<a href="/en/" lang="en"' in html_of(article)


def test_so_does_a_word_in_another_language(site: SmallSite, article: NewsPage) -> None:
    assert "Skip to content" in html_of(site.index_en)
    assert "Skip to content" not in html_of(site.index)


def test_each_page_marks_its_own_place(site: SmallSite, article: NewsPage) -> None:
    for _ in range(2):
        assert 'aria-current="true">خبرها' in html_of(article)
        assert 'aria-current="page">خبرها' in html_of(site.index)
        assert 'aria-current="page">خبرها' not in html_of(site.home)


def test_pages_of_one_place_share_what_is_kept(site: SmallSite, article: NewsPage) -> None:
    other = live_news(site)
    html_of(article)
    with mock.patch.object(cache, "set", wraps=cache.set) as kept:
        assert other.title in html_of(other)
    assert [call.args[0] for call in kept.call_args_list if ".frame." in call.args[0]] == []


def test_nothing_of_a_page_is_kept_for_others(site: SmallSite, article: NewsPage) -> None:
    """Variables of a page that components of the frame know under the same name."""
    request = RequestFactory().get("/", HTTP_HOST="localhost")
    with translation.override("fa"):
        for page in (article, live_news(site)):
            context = page.get_context(request) | {"tagline": "تنها اینجا", "query": "تنها اینجا"}
            assert "تنها اینجا" not in render_to_string("prcouncil_ui/base.html", context, request)


def test_a_preview_is_neither_shown_what_is_kept_nor_kept(
    site: SmallSite, article: NewsPage
) -> None:
    request = RequestFactory().get("/", HTTP_HOST="localhost")
    request.is_preview = True  # type: ignore[attr-defined]
    face = Face(request, article)
    assert state_of(article, face.around, face.language, lambda: face.brand, request) is None
    with mock.patch.object(cache, "set", wraps=cache.set) as kept:
        assert face.menu
    assert kept.call_args_list == []


def test_where_the_search_page_is_belongs_to_it(site: SmallSite, article: NewsPage) -> None:
    assert 'id="prc-search"' in html_of(site.index)
    with override_settings(ROOT_URLCONF="tests.ui.urls_without_search"):
        assert 'id="prc-search"' not in html_of(site.index)


def test_a_home_below_another_address(site: SmallSite) -> None:
    """A second site shows its own frame, though its pages are called the same."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="وزارت نمونه", slug="second", locale=site.fa))
    translated(home, root, site.en, title="Ministry of Example", slug="second-en")
    Site.objects.create(hostname="second.example", root_page=home, site_name="دوم")
    Site.clear_site_root_paths_cache()
    first = Client().get("/", headers={"host": "localhost"}).content.decode()
    second = Client().get("/", headers={"host": "second.example"}).content.decode()
    assert "خبرها" in first
    assert "خبرها" not in second
