import pytest
from django.core.exceptions import PermissionDenied

from tests.comments.making import moderator, open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, undo
from wagtail_prcouncil.comments.actions.closing_reports import close_reports
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import Reason, ReportReason, Verb


def test_reports_are_closed_and_the_comment_stays(site: SmallSite) -> None:
    comment = published(open_page(site))
    for number in range(2):
        comment.reader_reports.create(reporter=f"{number}", reason=ReportReason.INSULT)
    ReaderComment.objects.update(reports=2)
    with pytest.raises(PermissionDenied):
        close_reports(comment.pk, by=moderator(site.index_en))
    boss = moderator(site.index)
    assert close_reports(comment.pk, by=boss) == 2
    comment.refresh_from_db()
    assert (comment.reports, comment.status, comment.version) == (0, "approved", 2)
    assert not ReaderReport.objects.open().exists()
    assert close_reports(comment.pk, by=boss) == 0


def test_a_take_down_closes_reports_and_its_undo_opens_them(site: SmallSite) -> None:
    comment, boss = published(open_page(site)), moderator(site.index)
    for number in range(3):
        comment.reader_reports.create(reporter=f"{number}", reason=ReportReason.LIBEL)
    long_closed = comment.reader_reports.get(reporter="2")
    long_closed.closed_at = comment.posted_at
    long_closed.save()
    ReaderComment.objects.update(reports=2)
    because = Because(Reason.LIBEL)
    down = decide(comment.pk, Verb.TAKE_DOWN, expected_version=2, by=boss, because=because)
    assert not ReaderReport.objects.open().exists()
    assert ReaderReport.objects.filter(closed_by=boss).count() == 2
    assert ReaderComment.objects.get().reports == 0
    undo(down, by=boss)
    assert ReaderReport.objects.open().count() == 2
    assert ReaderComment.objects.get().reports == 2
