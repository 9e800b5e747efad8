from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from tests.comments.actions.test_keeping import days_ago
from tests.comments.importing.making import sheet, wordpress, wordpress_comment
from tests.comments.making import open_page
from tests.comments.reading import surfaces
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase
from wagtail_prcouncil.comments.importing import running
from wagtail_prcouncil.comments.importing.running import Report, run
from wagtail_prcouncil.comments.importing.sheets import read_sheet
from wagtail_prcouncil.comments.importing.wordpress import read_wordpress
from wagtail_prcouncil.comments.models import Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Reason, Shown, Status
from wagtail_prcouncil.outbox.models import Message

DATE = "1401/05/23"
TODAY = f"{timezone.now():%Y-%m-%d} 00:00:00"


def imported(path: Path, *, is_dry: bool = False) -> Report:
    read = read_sheet if path.suffix == ".csv" else read_wordpress
    return run(partial(read, path), source="old", is_dry=is_dry)


def test_a_wordpress_export(site: SmallSite, tmp_path: Path) -> None:
    page = open_page(site)
    path = wordpress(
        tmp_path,
        f"https://old.example.ir{page.url}",
        wordpress_comment(9, comment_parent="8", comment_content="پاسخ پاسخ"),
        wordpress_comment(7),
        wordpress_comment(8, comment_parent="7"),
        wordpress_comment(10, comment_approved="0", comment_date_gmt=TODAY),
    )
    assert imported(path).counts["new"] == 4
    thread = Thread.objects.get()
    assert (thread.page_id, thread.approved) == (page.pk, 3)
    root = ReaderComment.objects.get(nonce="import:old:7")
    replies = ReaderComment.objects.filter(parent=root)
    assert set(replies.values_list("nonce", flat=True)) == {"import:old:8", "import:old:9"}
    assert "دیدگاه شمارهٔ 7" in surfaces(page)["thread"]
    assert ReaderComment.objects.get(status=Status.PENDING).nonce == "import:old:10"
    assert not Decision.objects.exists()
    assert not Message.objects.exists()


def test_a_second_run_brings_what_is_new(site: SmallSite, tmp_path: Path) -> None:
    """What was erased here meanwhile does not come back."""
    page = open_page(site)
    lines = [f"{number},{page.pk},نام,متن {number},{DATE},,approved," for number in range(5)]
    assert imported(sheet(tmp_path, *lines[:4])).counts["new"] == 4
    erase([ReaderComment.objects.earliest("pk").pk], reason=Reason.OWN_WISH)
    report = imported(sheet(tmp_path, *lines))
    assert (report.counts["new"], report.counts["known"]) == (1, 4)
    assert Thread.objects.get().approved == 4


def test_bad_lines_are_told_and_skipped(site: SmallSite, tmp_path: Path) -> None:
    page = open_page(site)
    report = imported(
        sheet(
            tmp_path,
            f"1,{page.pk},نام,متن یک,{DATE},,approved,",
            f"2,{page.pk},نام,متن دو,دیروز,,approved,",
            f"3,/nowhere/,نام,متن سه,{DATE},,approved,",
            f"1,{page.pk},نام,متن چهار,{DATE},,approved,",
            f"5,{page.pk},نام,متن پنج,{DATE},,approved,77",
        )
    )
    assert (report.counts["new"], report.counts["bad"]) == (2, 3)
    assert [(one.line, one.is_error) for one in report.remarks] == [
        (3, True),
        (4, True),
        (5, True),
        (6, False),
    ]


def test_a_dry_run_writes_nothing(site: SmallSite, tmp_path: Path) -> None:
    page = open_page(site)
    path = sheet(
        tmp_path,
        f"1,{page.pk},نام,متن یک,{DATE},,approved,",
        f"2,{page.pk},نام,متن دو,{DATE},,approved,1",
    )
    report = imported(path, is_dry=True)
    assert (report.counts["new"], report.remarks) == (2, [])
    assert not ReaderComment.objects.exists()
    assert not Thread.objects.exists()


@pytest.mark.parametrize("status", ["rejected", "pending"])
def test_a_reply_to_what_nobody_published_waits(
    site: SmallSite, tmp_path: Path, status: str
) -> None:
    """No place is kept for what readers have never seen."""
    page = open_page(site)
    today = days_ago(1).date().isoformat()
    report = imported(
        sheet(
            tmp_path,
            f"1,{page.pk},نام,متن یک,{today},,{status},",
            f"2,{page.pk},نام,متن دو,{today},,approved,1",
            f"3,{page.pk},نام,متن سه,{days_ago(400).date()},,approved,1",
        )
    )
    assert ReaderComment.objects.get(nonce="import:old:1").shown == Shown.NOT
    reply = ReaderComment.objects.get(nonce="import:old:2")
    assert (reply.status, reply.decided_at) == (Status.PENDING, None)
    assert [one.line for one in report.remarks] == [3]
    assert (report.counts["new"], report.counts["outlived"]) == (2, 1)
    assert Thread.objects.get().approved == 0


def test_what_answers_a_comment_of_another_page(site: SmallSite, tmp_path: Path) -> None:
    """T24"""
    first, second = open_page(site), open_page(site)
    imported(
        sheet(
            tmp_path,
            f"1,{first.pk},نام,متن یک,{DATE},,approved,",
            f"2,{second.pk},نام,متن دو,{DATE},,approved,1",
        )
    )
    assert ReaderComment.objects.get(nonce="import:old:2").parent is None


def test_answers_in_a_circle(site: SmallSite, tmp_path: Path) -> None:
    page = open_page(site)
    line = "{},{},نام,متن {},1401/05/23,,approved,{}"
    lines = (line.format(1, page.pk, 1, 2), line.format(2, page.pk, 2, 1))
    assert imported(sheet(tmp_path, *lines)).counts["new"] == 2
    assert not ReaderComment.objects.exclude(parent=None).exists()


def test_queries_hang_on_batches_and_pages(
    site: SmallSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: object,
) -> None:
    monkeypatch.setattr(running, "BATCH", 50)
    page = open_page(site)
    lines = [f"{number},{page.pk},نام,متن {number},{DATE},,approved," for number in range(100)]
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        imported(sheet(tmp_path, *lines))
    assert Thread.objects.get().approved == 100
