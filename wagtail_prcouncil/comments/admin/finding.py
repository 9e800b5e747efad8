"""The comments that a moderator may look at."""

from typing import Any

from django.http import Http404

from wagtail_prcouncil.comments.admin.tallies import BESIDE
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.scopes import Scope, scope_of, within
from wagtail_prcouncil.comments.states import Right


def seen_by(user: Any) -> tuple[ReaderCommentQuerySet, Scope]:
    """All that the user moderates, and the scope that says so, for asking about other rows."""
    scope = scope_of(user, Right.MODERATE)
    return within(ReaderComment.objects.all(), scope), scope


def comment_or_404(user: Any, pk: int) -> ReaderComment:
    """One outside of the user's scope is not told from one that does not exist."""
    comment = ReaderComment.objects.select_related(*BESIDE).filter(pk=pk).first()
    if comment is None or not scope_of(user, Right.MODERATE).covers(comment.thread):
        raise Http404
    return comment
