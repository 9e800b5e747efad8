"""Readers' reports that a moderator has looked at."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Right


@transaction.atomic
def close_reports(comment_id: int, *, by: AbstractBaseUser) -> int:
    """Close all open reports of a comment, which stays as it is; gives how many they were. Raises
    PermissionDenied outside of the user's scope."""
    rows = ReaderComment.objects.select_for_update(of=("self",)).select_related("thread__page")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.MODERATE).covers(comment.thread):
        raise PermissionDenied
    reports = ReaderReport.objects.open().filter(comment=comment)
    closed = reports.update(closed_at=timezone.now(), closed_by_id=by.pk)
    # One that came after this statement is counted by whoever sends it, behind the row's lock.
    ReaderComment.objects.filter(pk=comment.pk).update(reports=0)
    if closed:
        log(comment, "prcouncil_comments.close_reports", user=by, data={"reports": closed})
    return closed
