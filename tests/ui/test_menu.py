import pytest
from django.http import HttpRequest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction

from tests.making import SmallSite, below
from wagtail_prcouncil.news.models import NewsIndexPage
from wagtail_prcouncil.ui.face import Face
from wagtail_prcouncil.ui.menu import MenuEntry, entry_ids


def titles(page: Page, request: HttpRequest) -> list[str]:
    """What the menu of `page` says, as a new page view sees it."""
    menu = Face(request, page).menu
    return [menu.home.title, *(entry.title for entry in menu.entries)] if menu else []


def published_index(site: SmallSite, title: str, slug: str) -> NewsIndexPage:
    page = below(site.home, NewsIndexPage, title=title, slug=slug)
    page.save_revision().publish()
    return NewsIndexPage.objects.get(pk=page.pk)


def test_home_and_what_editors_put_in_menus(site: SmallSite, request_: HttpRequest) -> None:
    assert titles(site.home, request_) == ["وزارت نمونه", "خبرها"]
    assert titles(site.home_en, request_) == ["Ministry of Example", "News"]


def test_a_page_comes_in_when_it_is_published(site: SmallSite, request_: HttpRequest) -> None:
    titles(site.home, request_)
    published_index(site, "آب", "water")
    assert titles(site.home, request_) == ["وزارت نمونه", "خبرها", "آب"]


def test_a_moved_page_comes_in(site: SmallSite, request_: HttpRequest) -> None:
    titles(site.home, request_)
    section = Page.objects.get(pk=site.section.pk)
    section.move(Page.objects.get(pk=site.home.pk), pos="last-child")
    assert "استان‌ها" in titles(site.home, request_)


@pytest.mark.parametrize("change", [{"show_in_menus": False}, {"live": False}])
def test_a_page_goes_out_at_once(
    site: SmallSite, request_: HttpRequest, change: dict[str, bool]
) -> None:
    titles(site.home, request_)
    Page.objects.filter(pk=site.index.pk).update(**change)
    assert titles(site.home, request_) == ["وزارت نمونه"]


def test_a_private_page_shows_its_title_to_nobody(site: SmallSite, request_: HttpRequest) -> None:
    assert "خبرها" in titles(site.home, request_)
    PageViewRestriction.objects.create(page=site.index, restriction_type="login")
    assert titles(site.home, request_) == ["وزارت نمونه"]


def test_a_new_title_shows_at_once(site: SmallSite, request_: HttpRequest) -> None:
    titles(site.home, request_)
    Page.objects.filter(pk=site.index.pk).update(title="تازه‌ها")
    assert titles(site.home, request_) == ["وزارت نمونه", "تازه‌ها"]


def test_pages_deeper_down_are_not_asked_for(
    site: SmallSite, request_: HttpRequest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = entry_ids(site.site, site.fa.pk)
    assert first == [site.index.pk]
    with django_assert_num_queries(0):
        assert entry_ids(site.site, site.fa.pk) == first


def test_an_entry_holds_what_lies_below_it(site: SmallSite) -> None:
    entry = MenuEntry("", "", site.index.path)
    assert entry.holds(site.index)
    assert entry.holds(site.section)
    assert not entry.holds(site.home)
    assert not entry.holds(None)
