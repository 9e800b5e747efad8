"""A reader says that a published comment is not in order."""

from django.db import transaction

from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import ReportReason, Shown

MOST_OPEN = 100
"""Reports of one comment that wait: what a hundred say, one more does not change."""


@transaction.atomic
def report(comment: ReaderComment, *, reason: ReportReason, words: str = "", by: str) -> None:
    """The report of the browser with the mark `by`; it takes the place of an earlier one.

    What is shown stays as it is. A report that a moderator has closed stays closed, which whoever
    sends it again is not told.
    """
    # Behind the lock the open ones are counted one sender after the other.
    rows = ReaderComment.objects.select_for_update().filter(pk=comment.pk, shown=Shown.TEXT)
    if rows.first() is None:
        return
    reports = ReaderReport.objects.filter(comment=comment)
    if reports.filter(reporter=by).exists():
        # By save, which makes the words canonical.
        for own in reports.open().filter(reporter=by):
            own.reason, own.words = reason, words
            own.save(update_fields=["reason", "words"])
    elif reports.open().count() < MOST_OPEN:
        ReaderReport.objects.create(comment=comment, reporter=by, reason=reason, words=words)
    rows.update(reports=reports.open().count())
