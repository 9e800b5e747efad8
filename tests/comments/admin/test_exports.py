import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from tests.news.staff import logged_in, reading
from wagtail_prcouncil.comments.actions import redact
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Right

CSV, XLSX = "/admin/comments/export/csv/", "/admin/comments/export/xlsx/"
FORMULAS = ['=HYPERLINK("http://x")', "@SUM(A1)", "-2+3", "+1-1", "＝1+1"]
GARBAGE = [
    *("status[]=x", "status=<script>", "posted_from=9999-99-99", "posted_from=1405/13/40"),
    *("p=-1", "p=۲", "q=" + "x" * 10_000, "q=%00", "q=%ED%B2%80", "section=۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹"),
    *("page=-1", "decided_by=' OR 1=1", "only=mine&only=evil", "before=x"),
]


def _client(site: SmallSite, *rights: Right) -> Client:
    return logged_in(reading(moderator(site.index, rights=rights), "en"))


@pytest.fixture
def client(site: SmallSite) -> Client:
    """May moderate and export, and see no originals."""
    return _client(site, Right.MODERATE, Right.EXPORT)


def _rows(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(CSV + query)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_no_cell_is_a_formula(client: Client, site: SmallSite) -> None:
    """T2: names and texts that a spreadsheet would run leave with an apostrophe."""
    page = open_page(site)
    for formula in FORMULAS:
        comments = ReaderComment.objects.filter(pk=posted(page, formula).pk)
        comments.update(name=formula, note_to_author=f"\t{formula}")
    rows = _rows(client)
    assert len(rows) == len(FORMULAS)
    for row in rows:
        for heading in ("Name", "Text as shown", "Note to the author"):
            assert row[heading].startswith("'"), row
    content = b"".join(client.get(XLSX).streaming_content)
    sheet = load_workbook(BytesIO(content)).active
    kinds = {cell.data_type for line in sheet.iter_rows(min_row=2) for cell in line}
    assert kinds <= {"inlineStr", "s", "n"}, "text and numbers, no formulas"


def test_both_calendars_and_what_a_moderator_may_see(client: Client, site: SmallSite) -> None:
    comment = posted(
        open_page(site), "شمارهٔ من ۰۹۱۲ است", name="رضا ۰۹۱۲", email="reza@example.invalid"
    )
    boss, told = moderator(site.index), "شمارهٔ من [حذف شده] است"
    redact(comment.pk, told, public_name="رضا", expected_version=1, by=boss)
    (row,) = _rows(client)
    assert row["Received at (Gregorian)"].startswith("20")
    assert row["Received at (Jalali)"].startswith("14")
    assert row["Text as shown"] == "شمارهٔ من [حذف شده] است"
    assert (row["Email address"], row["Text as sent"], row["Name as sent"]) == ("", "", "")
    assert "۰۹۱۲" not in str(row)
    (whole,) = _rows(_client(site, Right.EXPORT, Right.VIEW_ORIGINAL))
    assert whole["Email address"] == "reza@example.invalid"
    assert "۰۹۱۲" in whole["Text as sent"]
    assert (whole["Name"], whole["Name as sent"]) == ("رضا", "رضا ۰۹۱۲")


def test_only_what_lies_within_the_scope(client: Client, site: SmallSite) -> None:
    """T15: by filter, by key, by no filter at all."""
    page = open_page(site)
    posted(page)
    elsewhere = logged_in(reading(moderator(site.index_en), "en"))
    for query in ("", f"?page={page.pk}", "?status=all", f"?section={site.section.pk}"):
        assert _rows(elsewhere, query) == []
    assert len(_rows(client, f"?page={page.pk}")) == 1
    stranger = _client(site, Right.MODERATE)
    assert stranger.get(CSV).status_code == 302, "moderating alone is not enough"
    assert CSV not in stranger.get("/admin/comments/").content.decode()
    assert f"{CSV}?status=all" in client.get("/admin/comments/?status=all").content.decode()


def test_filters_take_anything(client: Client, site: SmallSite) -> None:
    posted(open_page(site))
    for asked in GARBAGE:
        assert isinstance(_rows(client, f"?{asked}"), list), asked


def test_the_number_of_queries_does_not_grow(
    client: Client, site: SmallSite, django_assert_max_num_queries: object
) -> None:
    """T19: of a hundred thousand comments the file is read as it is written."""
    page = open_page(site)
    for _number in range(12):
        posted(page)
    _rows(client)
    with django_assert_max_num_queries(18) as asked:
        assert len(_rows(client)) == 12
    few = len(asked)
    for _number in range(12):
        posted(page)
    with django_assert_max_num_queries(few):
        assert len(_rows(client)) == 24


def test_a_post_exports_nothing(client: Client) -> None:
    assert client.post(CSV).status_code == 405


def test_t3_what_is_logged_is_a_download_and_no_question(client: Client, site: SmallSite) -> None:
    """The one GET that writes: into the log that somebody took comments away."""
    posted(open_page(site))
    taken = ModelLogEntry.objects.filter(action="prcouncil_comments.export")
    assert client.head(CSV).status_code == 200
    assert not taken.exists()
    assert len(_rows(client)) == taken.count() == 1


def test_the_downloads_lie_in_the_menu_above_the_queue(client: Client, site: SmallSite) -> None:
    """Two buttons of so many words leave the title no room on a telephone."""
    html = client.get("/admin/comments/?status=all").content.decode()
    header = html.partition("<header")[2].partition("</header>")[0]
    before, _, menu = header.partition('data-controller="w-dropdown')
    assert f'href="{CSV}?status=all"' in menu
    assert "/export/" not in before
