import pytest
from django.core.exceptions import PermissionDenied

from tests.comments.making import moderator, open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.closing_reports import close_reports
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import ReportReason


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
