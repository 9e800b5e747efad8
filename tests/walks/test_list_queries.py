"""How much lists of news, their filters and archives may ask of the database, and how much the
hungriest of their statements reads: the same for a hundred items as for a thousand."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client

from bench.work import work_of
from tests.directory.making import agency
from tests.making import SmallSite, below, small_site
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.persian.jalali import TEHRAN

FEW, MANY = 100, 1000
FIRST = dt.datetime(2025, 4, 1, 9, tzinfo=TEHRAN)
# Addresses and the most queries of each, all that stands beside the list included. Routing takes
# four of them, wherever in the tree the list is.
LISTS = {
    "/news/": 12,
    "/news/?oldest": 12,
    "/news/?agency=roads": 12,
    "/news/?province=ir-26": 12,
    "/news/?tag=آب": 12,
    "/news/?q=سد": 13,
    "/news/?q=سد&agency=roads&from=2025-03-21": 13,
    "/news/tag/آب/": 10,
    "/news/archive/1404/": 8,
    "/news/archive/1404/01/": 10,
    "/news/archive/1404/01/?oldest": 10,
    "/news/provinces/": 12,
    "/news/provinces/archive/1404/01/": 10,
    "/news/provinces/towns/": 12,
    "/news/provinces/towns/archive/1404/01/": 10,
}
# A window of twenty starts at a position in an index; but words and counts look through as many as
# there are, up to a thousand.
BOUNDED = [path for path in LISTS if "q=" not in path and "=" not in path.replace("oldest", "")]
GROWTH = 1.6
# So little that it says nothing: of a hundred rows PostgreSQL reads the whole table, which is less
# than twenty looks into an index.
LITTLE = {"postgresql": 200, "sqlite": 2500}


def add(site: SmallSite, count: int) -> None:
    """Within one month, all under one tag, every tenth by the same agency; most in one section,
    some in one below it or in another."""
    roads, qazvin = Agency.objects.get(code="roads"), Province.objects.get(code="IR-26")
    towns, water = (SectionPage.objects.get(slug=slug) for slug in ("towns", "water"))
    places = {3: towns, 5: water}
    done = NewsPage.objects.count()
    pages = [
        NewsPage(
            title=f"سد شمارهٔ {number}",
            lead="چکیدهٔ خبر",
            section=places.get(number % 10, site.section),
            agency=roads if number % 10 == 0 else None,
            province=qazvin if number % 10 == 0 else None,
            published_at=FIRST + dt.timedelta(minutes=20 * number),
        )
        for number in range(done, done + count)
    ]
    index = NewsIndexPage.objects.get(pk=site.index.pk)
    write_live(pages, index, tags={place: ["آب"] for place in range(count)})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the database does by itself, some time after


@pytest.fixture
def site(db: None) -> SmallSite:
    site = small_site()
    agency("راه قزوین", code="roads")
    below(site.section, SectionPage, title="شهرها", slug="towns").save_revision().publish()
    below(site.index, SectionPage, title="آب", slug="water").save_revision().publish()
    return site


def weighed() -> dict[str, tuple[int, int]]:
    """Queries of each list, and what the hungriest statement of it reads, when it is warm."""
    client, found = Client(), {}
    for path in LISTS:
        for _ in range(2):
            assert client.get(path).status_code == 200, path
        work = work_of(lambda path=path: client.get(path))  # type: ignore[misc]
        found[path] = work.queries, work.most
    return found


def test_lists_ask_the_same_of_many_as_of_few(site: SmallSite) -> None:
    add(site, FEW)
    few = weighed()
    add(site, MANY - FEW)
    many = weighed()
    queries = {path: count for path, (count, _most) in many.items()}
    assert queries == {path: count for path, (count, _most) in few.items()}
    assert {path: count for path, count in queries.items() if count > LISTS[path]} == {}
    little = LITTLE[connection.vendor]
    read = {path: (few[path][1], many[path][1]) for path in BOUNDED}
    assert {
        path: most for path, most in read.items() if most[1] > max(little, most[0] * GROWTH)
    } == {}
