"""What is measured: public addresses, and the publication of a news item."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from unittest import mock
from urllib.parse import quote

from django.test import Client, override_settings
from home.demo.audience import load_audience
from home.demo.loading import Tree

from bench import assignments, charters, comments, councils, meetings
from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.tokens import token_for
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.pages.keyset import Position
from wagtail_prcouncil.persian.jalali import to_jalali
from wagtail_prcouncil.ui import keeping

FLOOR = "/floor/x/"
REGISTER = "/agencies/"
FEED = "/feeds/news.rss"
# The generated items hold the first in about three of a thousand, the second in nearly all.
RARE, COMMON = "شباهنگ", "روابط عمومی"

_numbers = count(1)


@dataclass(frozen=True)
class Target:
    """What a row must stay under: ratio to the floor, queries, growth of the ratio from 1,000."""

    ratio: float | None = None
    queries: int | None = None
    growth: float | None = None


@dataclass(frozen=True)
class Row:
    """One line of the table. A row that `changes` the site is measured last and less often."""

    name: str
    call: Callable[[], object]
    target: Target = Target()
    changes: bool = False


def rows(tree: Tree) -> list[Row]:
    """The rows for the site as it stands; a later feature adds its own here."""
    news = NewsPage.objects.child_of(tree.indexes["ministry"]).order_by("-published_at", "-pk")
    size = conf.news_page_size()
    total = news.count()
    second, fiftieth = (
        f"?before={Position(last.published_at, last.pk)}"
        for last in (news[size - 1], news[min(49 * size, total - size) - 1])
    )
    listing = tree.indexes["ministry"].url
    load_audience()  # once: what is most read stands beside the pages that are measured
    pages = Target(ratio=2.5, queries=12, growth=1.15)
    return [
        Row("article", get(news[total // 2].url), Target(2.3, 18, 1.15)),
        Row("article, not read lately", unkept(get(news[total // 3].url))),
        Row("listing, first page", get(listing), pages),
        Row("listing, 50th page", get(listing + fiftieth), pages),
        Row("listing, last page", get(listing + "?oldest"), pages),
        Row("listing, changed each time", unkept(get(listing + second))),
        *narrowed(news[total // 2], listing),
        Row("home", get("/")),
        Row("register of 600 units", get(REGISTER), Target(queries=10)),
        Row("register, a word", get(f"{REGISTER}?q={quote('آب')}"), Target(queries=10)),
        Row("agency page", get(f"{REGISTER}water/"), Target(queries=14, growth=1.15)),
        Row("feed", get(FEED), Target(2.0, 6, 1.15)),
        Row("feed, nothing new", unchanged(FEED), Target(0.3, 1, 1.15)),
        Row("news sitemap", get("/news-sitemap.xml"), Target(4.0)),
        Row("beacon", beacon(news[total // 2], "cache"), Target(0.3, 0, 1.15)),
        Row("beacon, in rows", beacon(news[total // 2], "rows"), Target(queries=1, growth=1.15)),
        Row("search, rare word", get(f"/search/?q={quote(RARE)}"), Target(5.0)),
        Row("search, common word", get(f"/search/?q={quote(COMMON)}"), Target(12.0)),
        Row("search in news, rare word", get(f"{listing}?q={quote(RARE)}"), Target(5.0)),
        Row("search in news, common word", get(f"{listing}?q={quote(COMMON)}"), Target(12.0)),
        *council_rows(tree),
        *meeting_rows(tree),
        *charter_rows(tree),
        *assignment_rows(tree),
        *comment_rows(tree),
        Row("publish", lambda: publish(tree), changes=True),
    ]


def named(found: list[Row], words: list[str]) -> list[Row]:
    """Those whose name has one of the words; all where none is said."""
    return [row for row in found if not words or any(word in row.name for word in words)]


def council_rows(tree: Tree) -> list[Row]:
    """Of a council of forty seats, in which four hundred sat before."""
    page = councils.full_council(tree)
    target = Target(queries=20, growth=1.15)
    return [
        Row("council of 40 seats", get(page.url), target),
        Row("its former members", get(f"{page.url}members/"), target),
        Row("its seats over time", get(f"{page.url}seats/"), target),
    ]


def meeting_rows(tree: Tree) -> list[Row]:
    """Of that council, one meeting with all that there can be, and a month with twenty."""
    page = meetings.full_meeting(tree)
    return [
        Row("meeting of 30 items, 40 seats, 20 resolutions", get(page.url), Target(8.0, 25, 1.15)),
        Row("that meeting, not read lately", unkept(get(page.url))),
        Row("its minutes", get(f"{page.url}minutes/"), Target(4.5, 25, 1.15)),
        Row("month with 20 meetings", get(meetings.month_of(tree)), Target(3.5, 8, 1.15)),
    ]


def charter_rows(tree: Tree) -> list[Row]:
    """Of that council, one charter with all that there can be, and a list with thirty others."""
    page = charters.full_charter(tree)
    compared, signed = get(f"{page.url}compare/1/2/"), get(f"{page.url}signatures/")
    return [
        Row("charter of 120 clauses, 600 signatures", get(page.url), Target(9.0, 18, 1.15)),
        Row("that charter, compared to its first version", compared, Target(4.5, 12, 1.15)),
        Row("who has signed that charter", signed, Target(14.0, 18, 1.15)),
        Row("list of 31 charters", get(page.get_parent().url), Target(6.0, 12, 1.15)),
    ]


def assignment_rows(tree: Tree) -> list[Row]:
    """Of a council that gave ten thousand."""
    assignments.many(tree)
    report = assignments.opened("prcouncil_assignments_due")
    board = assignments.opened("prcouncil_assignments:index")
    return [
        Row("report of 10,000 assignments", report, Target(14.0, 10, 1.15)),
        Row("board of 10,000 assignments", board, Target(12.0, 14, 1.15)),
    ]


def comment_rows(tree: Tree) -> list[Row]:
    """Of the page with the many comments, and of the queue."""
    full, *others = comments.commented(tree)
    return [
        Row("article with its comments", get(full.url), Target(2.6, 20, 1.15)),
        Row("thread, older", get(comments.older(full)), Target(growth=1.15)),
        Row("bare page of the admin", comments.bare()),
        Row("queue", comments.queue(), Target(4.0, 12, 1.15)),
        Row("send a comment", comments.post(others[0]), Target(3.0, 20, 1.15), changes=True),
        Row("approve fifty", comments.approve(), Target(15.0, growth=1.15), changes=True),
    ]


def narrowed(item: NewsPage, listing: str) -> list[Row]:
    """Lists of what an item of average age is about: they begin amid all the others."""
    year, month, _day = to_jalali(item.published_at)
    tag, agency = item.tags.first(), item.agency
    ratio = Target(ratio=2.5, growth=1.15)
    lists = replace(ratio, queries=12)
    return [
        Row("tag page", get(f"{listing}tag/{quote(tag.slug)}/"), replace(ratio, queries=10)),
        Row("listing of an agency", get(f"{listing}?agency={agency.code}"), lists),
        Row("section", get(item.section.url), lists),
        Row("month", get(f"{listing}archive/{year}/{month:02}/"), replace(ratio, queries=10)),
    ]


def get(url: str) -> Callable[[], object]:
    """An anonymous reader asks for an address, in this process."""
    client = Client()

    def call() -> object:
        response = client.get(url)
        assert response.status_code == 200, f"{url} answers {response.status_code}"
        return response

    return call


def unchanged(url: str) -> Callable[[], object]:
    """A program asks again for what it has read already; after the publications that are measured
    between, it reads it anew, so the median is that of "nothing new"."""
    client = Client()
    known = client.get(url)["ETag"]

    def call() -> object:
        nonlocal known
        response = client.get(url, headers={"if-none-match": known})
        assert response.status_code in (200, 304), f"{url} answers {response.status_code}"
        known = response["ETag"]
        return response

    return call


def beacon(page: NewsPage, way: str) -> Callable[[], object]:
    """A browser tells that somebody new has opened the page. The cache is that of the process,
    which stands for a shared one without its network."""
    client, token = Client(), token_for(page.pk)
    browser = {
        "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    }

    def call() -> object:
        number = next(_numbers)
        address = ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
        with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_COUNTING": way}):
            response = client.post(
                "/audience/seen/", token, "text/plain", headers=browser, REMOTE_ADDR=address
            )
        assert response.status_code == 204, f"the beacon answers {response.status_code}"
        return response

    return call


def unkept(call: Callable[[], object]) -> Callable[[], object]:
    """The same where nothing is kept: each request finds a list that has just changed, or a page
    that nobody has asked for within a minute."""

    def render() -> object:
        with mock.patch.object(keeping, "KEPT_FOR", 0):
            return call()

    return render


def publish(tree: Tree) -> None:
    """An editor writes an item and publishes it at once."""
    page = NewsPage(
        title=f"خبر سنجش {next(_numbers)}",
        lead="چکیده",
        body=[("paragraph", "<p>متن خبر</p>")],
        section=tree.sections["water"],
        live=False,
        locale=tree.fa,
    )
    NewsIndexPage.objects.get(pk=tree.indexes["ministry"].pk).add_child(instance=page)
    page.save_revision().publish()
