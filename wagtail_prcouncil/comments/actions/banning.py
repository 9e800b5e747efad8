"""Marking what a sender writes from now on, until a day."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.models import Ban, HashKey, ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Right

LONGEST = dt.timedelta(days=366)


@transaction.atomic
def ban(
    comment_id: int, kind: Ban.Kind, *, until: dt.datetime, why: str, by: AbstractBaseUser
) -> Ban:
    """Ban whoever sent the comment, by his network or his mail address; the last word about one
    who is banned already counts, but ends a ban earlier only where the user may change bans. A
    network address is banned no longer than it can be recognised.

    Raises PermissionDenied outside of the user's scope; RefusedError for a comment without such an
    address, a moment that is past or more than a year ahead, and a ban without a reason.
    """
    comment = ReaderComment.objects.select_related("thread__page").filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.MODERATE).covers(comment.thread):
        raise PermissionDenied
    value = comment.address_hash if kind == Ban.Kind.ADDRESS else comment.email_hash
    _check(value, until, why)
    if kind == Ban.Kind.ADDRESS:
        until = min(until, _recognised_until(comment, until))
    held = Ban.objects.select_for_update().filter(kind=kind, value=value).first()
    if held is not None and not by.has_perm("prcouncil_comments.change_ban"):
        until = max(until, held.until)
    made, _is_new = Ban.objects.update_or_create(
        kind=kind,
        value=value,
        defaults={"until": until, "why": why.strip(), "by_id": by.pk, "at": timezone.now()},
    )
    log(comment, "prcouncil_comments.ban", user=by, data={"kind": str(kind)})
    return made


def _check(value: str, until: dt.datetime, why: str) -> None:
    if not value:
        raise RefusedError(_("Nothing is known of the sender's address any more."), "kind")
    if not timezone.now() < until <= timezone.now() + LONGEST:
        raise RefusedError(_("Choose a day within the next year."), "until")
    if not why.strip():
        raise RefusedError(_("Say why."), "why")


def _recognised_until(comment: ReaderComment, until: dt.datetime) -> dt.datetime:
    """When another key takes the place of the one by which the comment's address was hashed."""
    at = comment.posted_at
    key = HashKey.objects.filter(begins_at__lte=at, ends_at__gt=at).first()
    if key is None:
        return until
    if key.ends_at <= timezone.now():
        raise RefusedError(_("Nothing is known of the sender's address any more."), "kind")
    return key.ends_at
