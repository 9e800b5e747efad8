"""Readers' reports that a moderator has looked at."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from wagtail_prcouncil.comments.models import Decision, ReaderComment, ReaderReport
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Right, Verb


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


def close_with(decisions: Iterable[Decision], by: AbstractBaseUser | None) -> None:
    """What was taken down needs no more looking at: its open reports are closed with it."""
    keys = [decision.comment_id for decision in decisions]
    reports = ReaderReport.objects.open().filter(comment__in=keys)
    reports.update(closed_at=timezone.now(), closed_by_id=by.pk if by is not None else None)
    ReaderComment.objects.filter(pk__in=keys, reports__gt=0).update(reports=0)


def open_again(decision: Decision) -> None:
    """Of a take-down that is taken back, the reports that it closed wait again."""
    if decision.verb != Verb.TAKE_DOWN:
        return
    reports = ReaderReport.objects.filter(comment=decision.comment_id)
    # What is not shown cannot be reported, and its reports are closed already: these are no others.
    opened = reports.filter(closed_at__gte=decision.at).update(closed_at=None, closed_by=None)
    if opened:
        ReaderComment.objects.filter(pk=decision.comment_id).update(reports=opened)
