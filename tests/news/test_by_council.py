"""News by council: an agency's news are those of the councils in which it sits today."""

import datetime as dt
import json
import re
from dataclasses import dataclass

import feedparser
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from bench.work import work_of
from tests.councils.making import council, in_english, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.actions import place
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, Placement
from wagtail_prcouncil.news.public.beside import beside
from wagtail_prcouncil.news.public.lists import NewsList
from wagtail_prcouncil.news.public.narrowing import Narrowing
from wagtail_prcouncil.news.public.scope import Scope
from wagtail_prcouncil.news.slots import OF_A_COUNCIL, council_news
from wagtail_prcouncil.pages.facets import COUNCILS_HOOK

FEEDS = ("/feeds/news.rss", "/feeds/news.atom", "/feeds/news.json")
LISTING, FEED, COUNCIL, WORDS = 12, 6, 20, 13


@dataclass
class Seated:
    """A council with the agency of a seat, one on whose behalf somebody sits, and their news; an
    agency that sits elsewhere, and one that sits nowhere."""

    council: CouncilPage
    water: Agency
    roads: Agency
    elsewhere: CouncilPage
    news: list[NewsPage]


@pytest.fixture
def seated(site: SmallSite) -> Seated:
    water, roads, other = agency("آب", code="water"), agency("راه", code="roads"), agency("دیگر")
    page, elsewhere = council(site, "شورای استان"), council(site, "شورای دیگر")
    sits(seat(page, agency=water), agency=roads)
    seat(elsewhere, agency=other)
    made = [
        live_news(site, title=title, agency=of, section=None)
        for title, of in (
            ("خبر آب", water),
            ("خبر راه", roads),
            ("جای دیگر", other),
            ("آزاد", None),
        )
    ]
    return Seated(page, water, roads, elsewhere, made)


def titles(site: SmallSite, asked: str, *, english: bool = False) -> set[str]:
    narrowing = Narrowing(QueryDict(asked), site.en if english else site.fa)
    return {page.title for page in narrowing.news()}


def html_of(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_what_sits_there_narrows(site: SmallSite, seated: Seated) -> None:
    key = seated.council.pk
    assert titles(site, f"council={key}") == {"خبر آب", "خبر راه"}
    assert titles(site, f"council={key}&agency=roads") == {"خبر راه"}
    assert titles(site, f"council={key}&q=آب") == {"خبر آب"}
    persian = str(key).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert titles(site, f"council={persian}") == {"خبر آب", "خبر راه"}
    assert titles(site, f"council={seated.elsewhere.pk}") == {"جای دیگر"}


@pytest.mark.parametrize("bad", ["0", "-1", "x", "9" * 30, "\0", "شورا", "9" * 10_000, "1.5"])
def test_a_council_that_there_is_not(site: SmallSite, seated: Seated, bad: str) -> None:
    """As every filter that is not understood: nothing is found, and the reason is told."""
    assert titles(site, f"council={bad}") == set()
    page = Client().get("/news/", {"council": bad})
    assert page.status_code == 200
    assert "X-Robots-Tag" in page
    assert seated.news[0].title not in page.content.decode()
    assert page.context["answer"].narrowing.errors.keys() == {"council"}
    for feed in FEEDS:
        assert Client().get(feed, {"council": bad}).status_code == 200


def test_councils_that_readers_may_not_see(site: SmallSite, seated: Seated) -> None:
    seated.council.unpublish()
    assert titles(site, f"council={seated.council.pk}") == set()
    assert titles(site, f"council={seated.elsewhere.pk}", english=True) == set()
    assert seated.council.pk not in offered(site)


def offered(site: SmallSite) -> dict[object, str]:
    """The councils that the form of a list has."""
    form = NewsList(site.index, QueryDict()).form
    return dict(form.fields["council"].widget.choices)


def test_the_form_offers_them_where_there_are_any(site: SmallSite, seated: Seated) -> None:
    assert list(offered(site)) == ["", seated.council.pk, seated.elsewhere.pk]
    html = html_of(f"/news/?council={seated.council.pk}")
    assert f'<option value="{seated.council.pk}" selected>شورای استان</option>' in html
    assert "<bdi>شورای استان</bdi>" in html  # what was chosen, with the way back
    assert (
        f'<link rel="canonical" href="http://localhost/news/?council={seated.council.pk}">' in html
    )


def test_the_form_has_no_councils_where_there_are_none(site: SmallSite) -> None:
    assert 'name="council"' not in html_of("/news/")


def test_found_news_are_counted_by_council(site: SmallSite, seated: Seated) -> None:
    seat(seated.elsewhere, agency=seated.water)
    both = NewsList(site.index, QueryDict("q=خبر")).tallies.all()
    [tally] = [
        tally for tally in both if tally.choices[0].query.endswith(f"council={seated.council.pk}")
    ]
    assert [(one.words, one.number) for one in tally.choices] == [
        ("شورای استان", 2),
        ("شورای دیگر", 2),
    ]


def test_any_feed_of_it(site: SmallSite, seated: Seated) -> None:
    query = f"?council={seated.council.pk}"
    for feed in FEEDS[:2]:
        found = feedparser.parse(Client().get(feed + query).content)
        assert not found.bozo
        assert {entry.title for entry in found.entries} == {"خبر آب", "خبر راه"}
        assert found.feed.title == "شورای استان - وزارت نمونه"
    found = json.loads(Client().get(FEEDS[2] + query).content)
    assert {item["title"] for item in found["items"]} == {"خبر آب", "خبر راه"}
    assert found["feed_url"].endswith(query)


def test_the_page_of_a_council_has_the_news_of_its_agencies(
    site: SmallSite, seated: Seated
) -> None:
    english = in_english(seated.council, site, "Provincial council")
    live_news(site, english_of=seated.news[0], title="News of water", agency=seated.water)
    key = seated.council.pk
    html = html_of(seated.council.url)
    assert "خبر آب" in html
    assert "خبر راه" in html
    assert "جای دیگر" not in html
    assert f'href="/news/?council={key}"' in html
    head, _, body = html.partition("</head>")
    for feed in FEEDS:
        assert f'href="{feed}?council={key}"' in head
        assert f'href="{feed}?council={key}"' in body
    words = html_of(english.url)
    assert "News of water" in words
    assert f'href="/en/news/?council={key}"' in words
    assert re.search(
        rf'title="Provincial council \(RSS\)" href="/en/feeds/news.rss\?council={key}"', words
    )


def test_two_councils_of_the_same_agencies_lead_to_their_own(
    site: SmallSite, seated: Seated
) -> None:
    for of in (seated.water, seated.roads):
        seat(seated.elsewhere, agency=of)
    seated.news[2].unpublish()
    for page in (seated.council, seated.elsewhere):
        assert f'href="/news/?council={page.pk}"' in html_of(page.url)


def test_nothing_where_nobody_sits(site: SmallSite, seated: Seated, rf: RequestFactory) -> None:
    request = rf.get("/", HTTP_HOST="localhost")
    assert council_news(council(site), request) is None
    assert council_news(site.home, request) is None
    assert council_news(seated.news[0], request) is None


def test_only_the_newest_are_shown(site: SmallSite, seated: Seated, rf: RequestFactory) -> None:
    newer = [live_news(site, agency=seated.water) for _ in range(OF_A_COUNCIL)]
    shown = council_news(seated.council, rf.get("/", HTTP_HOST="localhost"))
    assert shown is not None
    assert list(shown["news"]) == newer[::-1]


def test_what_a_desk_sets_on_the_page_of_a_council(site: SmallSite, seated: Seated) -> None:
    chosen = live_news(site, title="برگزیدهٔ شورا")
    place(Placement(news=chosen, shown_on=seated.council))
    html = html_of(seated.council.url)
    assert html.index("برگزیدهٔ شورا") < html.index("خبر راه")


def test_related_news_of_agencies_that_share_a_council(
    site: SmallSite, seated: Seated, rf: RequestFactory
) -> None:
    """After those of the agency itself."""
    older = live_news(
        site,
        title="خبر پیشین آب",
        agency=seated.water,
        section=None,
        published_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC),
    )
    found = beside(seated.news[0], rf.get("/", HTTP_HOST="localhost")).related
    assert list(found) == [older, seated.news[1]]


def test_a_site_that_has_no_councils(
    site: SmallSite, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked of the database, and an address of elsewhere finds nothing."""
    monkeypatch.setitem(hooks._hooks, COUNCILS_HOOK, [])
    assert titles(site, f"council={seated.council.pk}") == set()
    with CaptureQueriesContext(connection) as queries:
        html = html_of("/news/?q=خبر&agency=water")
    assert 'name="council"' not in html
    assert not [query for query in queries if "prcouncil_councils" in query["sql"]]


def warm(url: str) -> int:
    client = Client()
    for _ in range(3):
        assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_queries(site: SmallSite, seated: Seated) -> None:
    """The same of many agencies and many news as of few."""
    key, page = seated.council.pk, seated.council
    place(Placement(news=live_news(site), shown_on=seated.council))

    def asked() -> dict[str, int]:
        urls = (f"/news/?council={key}", f"{FEEDS[0]}?council={key}", page.url, "/news/?q=آب")
        return {url: warm(url) for url in urls}

    few = asked()
    for _ in range(20):
        of = agency()
        sits(seat(page, agency=of), agency=agency())
        live_news(site, agency=of)
    many = asked()
    assert list(many.values()) == list(few.values())
    most = (LISTING, FEED, COUNCIL, WORDS)
    assert [count for count, bound in zip(many.values(), most, strict=True) if count > bound] == []


def test_the_newest_of_a_council_are_a_few_of_each_agency(seated: Seated, site: SmallSite) -> None:
    """In any order of busy and idle agencies the same as of all their news."""
    start = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    agencies = [seated.water, seated.roads, seated.water, seated.water]
    pages = [live_news(site, agency=agencies[number % 4]) for number in range(8)]
    for number, page in enumerate(pages):
        moment = start + dt.timedelta(days=number)
        NewsPage.objects.filter(pk=page.pk).update(published_at=moment)
    NewsPage.objects.filter(pk=pages[-1].pk).update(retracted_at=start)
    scope = Scope(locale_id=site.fa.pk, council_id=seated.council.pk)
    for size in (1, 2, 3, 6, 20):
        found = scope.news(newest=size).newest_first()[:size]
        assert list(found) == list(scope.news().newest_first()[:size])
    assert scope.news(newest=2).count() < scope.news().count()


def test_the_same_is_read_however_many_news_they_have(seated: Seated, site: SmallSite) -> None:
    """Of so many that PostgreSQL looks into an index for the few as well: it reads all of a small
    table sooner. It would leave off by itself; SQLite reads all there are, unless it is told which
    are the newest."""
    start = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    scope = Scope(locale_id=site.fa.pk, council_id=seated.council.pk)

    def add(count: int) -> int:
        pages = [
            NewsPage(title="سد", agency=(seated.water, seated.roads)[number % 2])
            for number in range(count)
        ]
        for number, page in enumerate(pages):
            page.published_at = start + dt.timedelta(hours=number)
        write_live(pages, NewsIndexPage.objects.get(pk=site.index.pk), is_searchable=False)
        if connection.vendor == "postgresql":  # SQLite has no statistics unless somebody asks
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        newest = scope.news(newest=OF_A_COUNCIL).newest_first().card_rows()[:OF_A_COUNCIL]
        return work_of(lambda: list(newest)).most

    few, many = add(600), add(2_400)
    assert many <= 1.5 * few
