"""Taking comments out of the site as a table."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from wagtail.log_actions import log

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of, within
from wagtail_prcouncil.comments.states import Right


def export_comments(
    comments: QuerySet[ReaderComment], kind: str, *, by: AbstractBaseUser
) -> QuerySet[ReaderComment]:
    """Those of `comments` that the user may take away, for a file of `kind` ("csv", "xlsx"). The
    log keeps that it was done and how many they were, and nothing of them.

    Raises PermissionDenied for whoever may export nothing.
    """
    if not by.has_perm(Right.EXPORT.value):
        raise PermissionDenied
    allowed = within(comments, scope_of(by, Right.EXPORT))
    data = {"kind": kind, "comments": allowed.order_by().count()}
    log(by, "prcouncil_comments.export", user=by, data=data)
    return allowed
