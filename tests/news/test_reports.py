import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import Page

from tests.making import SmallSite, below, live_news
from tests.news.changing import change, fresh, seen_long_ago
from tests.news.staff import PUBLISHING, chief, group, logged_in, member, reading
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, Publication
from wagtail_prcouncil.news.reports import PUBLICATIONS, people
from wagtail_prcouncil.news.states import UpdateKind

REPORT = "prcouncil_news_publications:index"
NOTE = "عدد اعتبار درست شد."


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    """Published by nobody known, corrected by the chief."""
    page = seen_long_ago(site, title="گزارش هفتگی")
    with LogContext(user=chief()):
        return change(page, UpdateKind.CORRECTION, NOTE)


def shown(client: Client, **query: str | list[str]) -> str:
    return client.get(reverse(REPORT), query).content.decode()


def as_chief(page: NewsPage) -> Client:
    return logged_in(Publication.objects.of(page)[0].by)


def test_who_published_what_and_what_readers_were_told(page: NewsPage) -> None:
    screen = shown(as_chief(page))
    for words in (page.title, str(page.code), NOTE, "Correction", "First publication", "chief"):
        assert words in screen
    assert reverse("wagtailadmin_pages:history", args=[page.pk]) in screen
    menu = as_chief(page).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(REPORT) in menu


def test_narrowed_by_kind_person_and_day(page: NewsPage) -> None:
    client = as_chief(page)
    user = Publication.objects.of(page)[0].by
    assert NOTE not in shown(client, kind=[UpdateKind.FIRST])
    assert NOTE in shown(client, kind=[UpdateKind.FIRST, UpdateKind.CORRECTION])
    by_chief = shown(client, by=str(user.pk))
    assert (NOTE in by_chief, by_chief.count("First publication")) == (True, 1)  # in the filter
    assert NOTE not in shown(client, at_from="2020-01-01", at_to="2020-12-31")
    reading(user, "fa")
    assert NOTE in shown(client, at_from="۱۴۰۵/۰۱/۰۱", at_to="۱۵۰۰/۱/۱")
    assert NOTE not in shown(client, at_to="۱۴۰۰/۰۱/۰۱")


@pytest.mark.parametrize(
    "query",
    [{"by": "9" * 40}, {"by": "x"}, {"kind": "x"}, {"at_from": "۱۴۰۵/۱۳/۴۰"}, {"p": "-1"}]
    + [{"ordering": "x"}, {"by": "\0"}],
)
def test_nonsense_breaks_nothing(page: NewsPage, query: dict[str, str]) -> None:
    assert as_chief(page).get(reverse(REPORT), query).status_code == 200


def test_the_table_that_leaves(page: NewsPage) -> None:
    client = as_chief(page)
    response = client.get(reverse(REPORT), {"export": "csv", "kind": UpdateKind.CORRECTION})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(text, newline=""))
    assert head[:2] == ["At (Gregorian)", "At (Jalali)"]
    assert line[2:] == [str(page.code), page.title, "fa", "Correction", "chief", NOTE]
    assert line[1][:2] in {"14", "15"}
    xlsx = client.get(reverse(REPORT), {"export": "xlsx"})
    assert "spreadsheet" in xlsx.headers["Content-Type"]
    assert len(PUBLICATIONS.headings()) == len(head)


def test_only_of_pages_one_works_with(site: SmallSite, page: NewsPage) -> None:
    unit = below(site.home, NewsIndexPage, title="آب", slug="water")
    reporter = logged_in(member(group("unit", *PUBLISHING, below=unit)))
    assert page.title not in shown(reporter)
    own = fresh(live_news(site, title="خبر واحد"))
    own.move(NewsIndexPage.objects.get(pk=unit.pk), pos="last-child")
    screen = shown(reporter)
    assert "خبر واحد" in screen
    assert page.title not in screen


def test_nothing_for_those_without_pages(site: SmallSite, page: NewsPage) -> None:
    client = logged_in(member(group("pictures")))
    assert client.get(reverse(REPORT)).status_code == 302
    assert reverse(REPORT) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_people_are_those_who_published(page: NewsPage) -> None:
    member(group("others"))
    assert [name for _key, name in people()] == ["chief"]


def test_of_deleted_items_superusers_read_on(site: SmallSite, page: NewsPage) -> None:
    root = as_chief(page)
    editor = logged_in(member(group("editors", *PUBLISHING, below=site.home)))
    assert NOTE in shown(editor)
    Page.objects.get(pk=page.pk).delete()
    assert NOTE not in shown(editor)
    screen = shown(root)
    assert all(words in screen for words in (NOTE, page.title, str(page.code), "Withdrawn"))
    assert reverse("wagtailadmin_pages:history", args=[page.pk]) not in screen
    table = root.get(reverse(REPORT), {"export": "csv"})
    assert page.title in b"".join(table.streaming_content).decode()
