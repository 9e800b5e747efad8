"""What stands beside an item is chosen once a minute, and shown as it is now."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public.beside import Beside, beside, elsewhere
from wagtail_prcouncil.news.public.related import MOST_RELATED


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", headers={"host": "localhost"})


@pytest.fixture
def items(site: SmallSite) -> list[NewsPage]:
    """Oldest first, more than stand beside one."""
    return [live_news(site) for _ in range(8)]


def around(page: NewsPage) -> Beside:
    """As the next reader finds it."""
    request = RequestFactory().get("/", headers={"host": "localhost"})
    return beside(NewsPage.objects.get(pk=page.pk), request)


def shown(page: NewsPage) -> set[int]:
    found = around(page)
    lists = (found.latest, found.related, found.older, found.newer)
    return {row.pk for rows in lists for row in rows.rows}


def test_latest_older_and_newer(site: SmallSite, items: list[NewsPage]) -> None:
    found = around(items[4])
    assert list(found.latest) == [items[n] for n in (7, 6, 5, 3, 2)]
    assert (list(found.older), list(found.newer)) == ([items[3]], [items[5]])
    assert 0 < len(found.related) <= MOST_RELATED
    assert items[4] not in found.related
    assert not around(items[7]).newer


def test_a_new_item_is_beside_others_at_once(site: SmallSite, items: list[NewsPage]) -> None:
    assert list(around(items[7]).newer) == []
    new = live_news(site)
    assert list(around(items[7]).newer) == [new]
    assert next(iter(around(items[0]).latest)) == new


def unpublish(page: NewsPage) -> None:
    page.unpublish()


def delete(page: NewsPage) -> None:
    page.delete()


def withdraw_in_sql(page: NewsPage) -> None:
    NewsPage.objects.filter(pk=page.pk).update(live=False)


def make_private(page: NewsPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("change", [unpublish, delete, withdraw_in_sql, make_private])
def test_what_may_be_read_no_longer_goes_at_once(
    site: SmallSite, items: list[NewsPage], change: Callable[[NewsPage], None]
) -> None:
    assert items[5].pk in shown(items[4])
    change(NewsPage.objects.get(pk=items[5].pk))
    assert items[5].pk not in shown(items[4])
    assert list(around(items[4]).latest) == [items[n] for n in (7, 6, 3, 2, 1)]


def test_a_new_headline_shows_at_once(site: SmallSite, items: list[NewsPage]) -> None:
    def html() -> str:
        return Client().get(items[4].url).content.decode()

    assert "دگرگون" not in html()
    NewsPage.objects.filter(pk=items[5].pk).update(title="دگرگون")
    assert html().count("دگرگون") >= 2  # among the latest, and as the newer one


def test_an_item_that_changes_its_section_has_others_beside_it(
    site: SmallSite, items: list[NewsPage]
) -> None:
    assert items[7].pk in shown(items[0])
    other = site.index.add_child(instance=SectionPage(title="آب", slug="w", locale=site.fa))
    page = NewsPage.objects.get(pk=items[0].pk)
    page.section = other
    page.save_revision().publish()
    assert list(around(page).latest) == []


def test_two_queries_when_it_is_known(
    items: list[NewsPage],
    request_: HttpRequest,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    around(items[4])
    page = NewsPage.objects.get(pk=items[4].pk)
    with django_assert_num_queries(2):  # what is private, and the items
        found = beside(page, request_)
    with django_assert_num_queries(0):
        assert beside(page, request_) is found


def test_pages_are_made_of_all_lists_together(
    items: list[NewsPage], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = around(items[4])
    with django_assert_num_queries(1):  # none has a picture
        assert list(found.latest)
        assert list(found.older)
        assert list(found.related)


def test_a_preview_chooses_for_itself(
    items: list[NewsPage], request_: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request_.is_preview = True  # type: ignore[attr-defined]
    kept: list[str] = []
    monkeypatch.setattr(cache, "set", lambda key, *rest: kept.append(key))
    assert beside(items[4], request_).latest
    assert [key for key in kept if "beside" in key] == []


def test_beside_a_section_stands_what_is_new_in_others(
    site: SmallSite, items: list[NewsPage], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    live_news(site, section=sport)

    def headlines() -> list[int]:
        request = RequestFactory().get("/", headers={"host": "localhost"})
        return [row.pk for row in elsewhere(sport, request).rows]

    assert headlines() == [page.pk for page in items[:2:-1]]
    with django_assert_num_queries(2):  # what is private, and the items
        headlines()
    PageViewRestriction.objects.create(restriction_type="login", page=items[7])
    new = live_news(site)
    assert headlines() == [new.pk, *(page.pk for page in items[6:2:-1])]
    assert elsewhere(site.section, RequestFactory().get("/", headers={"host": "localhost"}))
