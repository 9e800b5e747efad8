import pytest
from django.utils import timezone

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite, small_site
from tests.parallel import in_threads
from wagtail_prcouncil.comments.actions import reporting
from wagtail_prcouncil.comments.actions.reporting import report
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import ReportReason, Status


def _reports() -> int:
    return ReaderComment.objects.get().reports


def test_a_report_is_counted_once_and_hides_nothing(site: SmallSite) -> None:
    comment = published(open_page(site))
    report(comment, reason=ReportReason.INSULT, by="a")
    report(comment, reason=ReportReason.LIBEL, words="كلمه", by="a")
    report(comment, reason=ReportReason.OTHER, by="b")
    first = ReaderReport.objects.get(reporter="a")
    assert (first.reason, first.words, _reports()) == (ReportReason.LIBEL, "کلمه", 2)
    assert ReaderComment.objects.get().status == Status.APPROVED


def test_what_a_moderator_has_closed_stays_closed(site: SmallSite) -> None:
    comment = published(open_page(site))
    report(comment, reason=ReportReason.INSULT, by="a")
    ReaderReport.objects.update(closed_at=timezone.now())
    report(comment, reason=ReportReason.LIBEL, by="a")
    assert (_reports(), ReaderReport.objects.get().reason) == (0, ReportReason.INSULT)


def test_only_what_is_published_is_reported(site: SmallSite) -> None:
    report(posted(open_page(site)), reason=ReportReason.INSULT, by="a")
    assert not ReaderReport.objects.exists()


def test_more_than_enough_is_not_kept(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "MOST_OPEN", 2)
    comment = published(open_page(site))
    for reporter in "abc":
        report(comment, reason=ReportReason.INSULT, by=reporter)
    assert _reports() == ReaderReport.objects.count() == 2


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_reports_at_once_are_all_counted() -> None:
    comment = published(open_page(small_site()))
    calls = [lambda by=by: report(comment, reason=ReportReason.INSULT, by=by) for by in "aabbccdd"]
    in_threads(calls)
    assert _reports() == ReaderReport.objects.count() == 4
