import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.comments.making import open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import CommentVote, ReaderReport
from wagtail_prcouncil.comments.states import ReportReason


def test_each_browser_says_a_thing_once(site: SmallSite) -> None:
    comment = published(open_page(site))
    ReaderReport.objects.create(comment=comment, reporter="a", reason=ReportReason.INSULT)
    CommentVote.objects.create(comment=comment, voter="a", is_like=True)
    for again in (
        lambda: ReaderReport.objects.create(comment=comment, reporter="a"),
        lambda: CommentVote.objects.create(comment=comment, voter="a", is_like=False),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            again()


def test_open_reports_are_those_that_nobody_closed(site: SmallSite) -> None:
    comment = published(open_page(site))
    first, second = (
        ReaderReport.objects.create(comment=comment, reporter=who, reason=ReportReason.OTHER)
        for who in "ab"
    )
    ReaderReport.objects.filter(pk=first.pk).update(closed_at=timezone.now())
    assert list(ReaderReport.objects.open()) == [second]
