import datetime as dt
from xml.etree import ElementTree

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.comments.making import open_page, published
from tests.comments.reading import START, answered, long_thread, published_twice
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment, Thread
from wagtail_prcouncil.comments.public.strands import IN_FEED

ATOM = "{http://www.w3.org/2005/Atom}"


def _read(page: object) -> ElementTree.Element:
    response = Client().get(f"/comments/thread/{page.pk}/feed/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer


def test_published_comments_are_told_the_newest_first(site: SmallSite) -> None:
    page = open_page(site, title="گزارش آب")
    root, reply = published_twice(page, "نخستین")
    feed = _read(page)
    assert "گزارش آب" in feed.findtext(f"{ATOM}title")
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        reply.public_id.urn,
        root.public_id.urn,
    ]
    assert entries[1].findtext(f"{ATOM}content") == "نخستین"
    assert entries[1].findtext(f"{ATOM}author/{ATOM}name") == root.name
    link = entries[1].find(f"{ATOM}link").get("href")
    assert link == f"http://localhost/comments/c/{root.public_id}/"


def test_what_was_answered_is_told_with_the_answer(site: SmallSite) -> None:
    page = open_page(site)
    comment = published(page, "پرسش")
    later = START + dt.timedelta(days=10_000)
    answered(comment, "سپاس از شما.", published_at=later)
    entry = _read(page).find(f"{ATOM}entry")
    told = entry.findtext(f"{ATOM}content")
    assert told.startswith("پرسش\n\n")
    assert told.endswith("سازمان نمونهٔ آب:\nسپاس از شما.")
    assert entry.findtext(f"{ATOM}updated") == later.isoformat()


def test_a_feed_of_nothing_is_a_feed(site: SmallSite) -> None:
    page = open_page(site)
    first = Client().get(f"/comments/thread/{page.pk}/feed/")
    assert first.status_code == 200
    assert b"<entry>" not in first.content
    assert first.content == Client().get(f"/comments/thread/{page.pk}/feed/").content


def test_characters_that_xml_has_no_way_to_write_are_left_out(site: SmallSite) -> None:
    page = open_page(site, title="آب")
    comment = published(page)
    ReaderComment.objects.filter(pk=comment.pk).update(name="a\x1bb", public_text="c\x1cd\ufffee")
    entry = _read(page).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "ab"
    assert entry.findtext(f"{ATOM}content") == "cde"


def test_a_feed_of_thousands_is_as_short(site: SmallSite) -> None:
    page = open_page(site)
    published(page)

    def queries() -> int:
        Client().get(f"/comments/thread/{page.pk}/feed/")
        with CaptureQueriesContext(connection) as asked:
            _read(page)
        return len(asked)

    few = queries()
    long_thread(page, IN_FEED + 30, replies=20)
    assert queries() == few
    assert len(_read(page).findall(f"{ATOM}entry")) == IN_FEED


def test_the_newest_are_found_by_an_index(site: SmallSite) -> None:
    """Not by sorting all comments of the thread."""
    thread = Thread.objects.create(page_title="x")
    rows = ReaderComment.objects.published().filter(thread=thread).order_by("-posted_at", "-pk")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET enable_seqscan = off; SET enable_sort = off")
    assert "readercomment_page" in rows[:IN_FEED].explain()
