import datetime as dt

import pytest
from django.http import Http404, QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.directory.making import agency
from tests.making import SmallSite, news_at
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.keyset import Position, Window, window

START = dt.datetime(2026, 3, 21, tzinfo=dt.UTC)


@pytest.fixture
def seven(site: SmallSite) -> list[NewsPage]:
    """Seven items, newest first; the third and fourth were published at the same moment."""
    hours = [6, 5, 4, 4, 3, 2, 1]
    pages = [news_at(site, START + dt.timedelta(hours=hour)) for hour in reversed(hours)]
    return sorted(pages, key=lambda page: (page.published_at, page.pk), reverse=True)


def ask(query: str, size: int = 3, *, oldest_first: bool = False) -> Window[NewsPage]:
    return window(
        NewsPage.objects.all(),
        QueryDict(query.lstrip("?")),
        field="published_at",
        size=size,
        oldest_first=oldest_first,
    )


def test_walking_to_the_end_and_back(seven: list[NewsPage]) -> None:
    first = ask("")
    second = ask(first.older_url or "")
    third = ask(second.older_url or "")
    assert first.items + second.items + third.items == seven
    assert (first.newer_url, third.older_url) == (None, None)
    assert ask(third.newer_url or "").items == second.items
    assert ask(second.newer_url or "").items == first.items


def test_the_oldest_window_is_reached_at_once(seven: list[NewsPage]) -> None:
    assert ask("oldest").items == seven[-3:]
    assert ask("oldest").older_url is None


def test_a_list_that_begins_with_the_oldest(seven: list[NewsPage]) -> None:
    def forth(query: str | None) -> Window[NewsPage]:
        return ask(query or "", oldest_first=True)

    first = forth("")
    second = forth(first.newer_url)
    third = forth(second.newer_url)
    assert first.items + second.items + third.items == seven[::-1]
    assert (first.older_url, third.newer_url) == (None, None)
    assert forth(third.older_url).items == second.items
    assert (first.newest_url, first.oldest_url) == ("?newest", None)
    assert forth(first.newest_url).items == seven[:3][::-1]
    assert forth(third.oldest_url).items == first.items


def test_a_link_keeps_showing_what_it_showed(site: SmallSite, seven: list[NewsPage]) -> None:
    link = ask("").older_url or ""
    before = ask(link).items
    news_at(site, START + dt.timedelta(days=9))
    assert ask(link).items == before


def test_an_empty_list_has_no_neighbours(db: None) -> None:
    empty = ask("")
    assert (empty.items, empty.newer_url, empty.older_url) == ([], None, None)


@pytest.mark.parametrize(
    "query",
    ["before=", "before=x", "after=1", "before=1-", "after=999999999999999999-1", "before=۱-۱"],
)
def test_a_position_that_is_none(db: None, query: str) -> None:
    with pytest.raises(Http404):
        ask(query)


@given(st.timedeltas(dt.timedelta(days=-40_000), dt.timedelta(days=84_000)), st.integers(0, 10**15))
def test_positions_read_back(since_1970: dt.timedelta, pk: int) -> None:
    position = Position(dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + since_1970, pk)
    assert Position.parse(str(position)) == position


def test_a_list_by_day_is_walked_day_by_day(site: SmallSite) -> None:
    """Days of the calendar, whatever the time zone of the settings makes of midnight."""
    days = [dt.date(1960, 1, 1), dt.date(2025, 3, 21), dt.date(2025, 3, 21), dt.date(2025, 3, 22)]
    rows = [agency(founded_on=day) for day in days]
    expected = sorted(rows, key=lambda row: (row.founded_on, row.pk), reverse=True)
    found: list[Agency] = []
    query: str | None = ""
    while query is not None:
        asked = QueryDict(query.lstrip("?"))
        part = window(Agency.objects.all(), asked, field="founded_on", size=1)
        found += part.items
        query = part.older_url
    assert found == expected
    back = window(Agency.objects.all(), QueryDict(part.newer_url[1:]), field="founded_on", size=9)
    assert list(back.items) == expected[:-1]
