"""A legal hold: what a court or the law wants kept is erased by nobody, until it is lifted."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Right, Status


def hold(comment_id: int, *, by: AbstractBaseUser) -> ReaderComment:
    """Let neither time nor its author's wish erase the comment. Held once more, nothing changes.

    Raises PermissionDenied outside of the user's scope, RefusedError for one that is erased.
    """
    return _set(comment_id, True, by)


def lift_hold(comment_id: int, *, by: AbstractBaseUser) -> ReaderComment:
    """Let the comment be as others again. Raises PermissionDenied."""
    return _set(comment_id, False, by)


@transaction.atomic
def _set(comment_id: int, is_held: bool, by: AbstractBaseUser) -> ReaderComment:
    rows = ReaderComment.objects.select_related("thread__page")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.ERASE).covers(comment.thread):
        raise PermissionDenied
    as_seen = ReaderComment.objects.filter(pk=comment_id, is_held_by_law=not is_held)
    if is_held:
        as_seen = as_seen.exclude(status=Status.ERASED)
    if as_seen.update(is_held_by_law=is_held):
        verb = "hold" if is_held else "lift_hold"
        log(comment, f"prcouncil_comments.{verb}", user=by)
        comment.is_held_by_law = is_held
    elif is_held and ReaderComment.objects.filter(pk=comment_id, status=Status.ERASED).exists():
        raise RefusedError(_("This comment is erased; nothing of it is left to keep."))
    return comment
