"""Who looks at a comment just now: told to colleagues, and never in their way."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Right, Status

LEASE = dt.timedelta(minutes=5)


def claim(comment_id: int, *, by: AbstractBaseUser) -> ReaderComment:
    """Say that the user looks at the comment, for five minutes from now; gives it back with
    whoever does so. A colleague who was first stays so until his five minutes are over.

    It is no change of the comment: its version stays, and nothing is logged. Raises
    PermissionDenied outside of the user's scope.
    """
    rows = ReaderComment.objects.select_related("thread__page", "claimed_by")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.MODERATE).covers(comment.thread):
        raise PermissionDenied
    now = timezone.now()
    free = Q(claimed_by=None) | Q(claimed_by=by.pk) | Q(claimed_until__lte=now)
    ReaderComment.objects.filter(free, pk=comment_id, status=Status.PENDING).update(
        claimed_by=by.pk, claimed_until=now + LEASE
    )
    comment.refresh_from_db(fields=["claimed_by", "claimed_until"])
    return comment
