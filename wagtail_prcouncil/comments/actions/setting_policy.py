"""Saying whether readers may comment on a page and on what lies below it."""

import datetime as dt
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.actions.showing import purge_threads
from wagtail_prcouncil.comments.models import CommentPolicy, Thread
from wagtail_prcouncil.comments.scopes import scope_below
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.purging import purge_after_commit

MOST_PURGED = 500
"""Threads, the newest first, whose pages are dropped from the caches at once. Other pages below
show the change when their cached copies run out; thread and form themselves follow at once."""


class Terms(NamedTuple):
    """What a policy says. Times are aware; `closes_at` is the first moment at which it is over."""

    mode: Mode
    opens_at: dt.datetime | None = None
    closes_at: dt.datetime | None = None
    closes_after_days: int | None = None


@transaction.atomic
def set_policy(page: Page, terms: Terms, *, by: AbstractBaseUser) -> CommentPolicy:
    """Let `terms` hold for the page and for all below it that has no policy of its own.

    Raises PermissionDenied for whoever may not publish the page, RefusedError for times that make
    no span and for an alias, which follows the page that it mirrors.
    """
    _check(page, by)
    if terms.opens_at and terms.closes_at and terms.closes_at <= terms.opens_at:
        raise RefusedError(_("Comments close after they open."), "closes_at")
    if terms.mode != Mode.OPEN:
        terms = Terms(terms.mode)
    policy, _is_new = CommentPolicy.objects.update_or_create(page=page, defaults=terms._asdict())
    log(page.specific, "prcouncil_comments.set_policy", user=by, data={"mode": str(terms.mode)})
    _show_anew(page)
    return policy


@transaction.atomic
def inherit_policy(page: Page, *, by: AbstractBaseUser) -> None:
    """Let the page follow its section and the pages above it again. Raises PermissionDenied and
    RefusedError as `set_policy` does."""
    _check(page, by)
    gone, _details = CommentPolicy.objects.filter(page=page).delete()
    if gone:
        log(page.specific, "prcouncil_comments.inherit_policy", user=by)
        _show_anew(page)


def _check(page: Page, by: AbstractBaseUser) -> None:
    if not page.permissions_for_user(by).can_publish():
        raise PermissionDenied
    if page.alias_of_id:
        raise RefusedError(_("This page mirrors another one, and follows its comment policy."))


def _show_anew(page: Page) -> None:
    """The page, its aliases, and the threads below it and filed under it."""
    pages = Page.objects.filter(pk=page.pk) | Page.objects.filter(alias_of=page.pk)
    purge_after_commit(pages.specific())
    threads = Thread.objects.filter(scope_below((page.path,)).q())
    # In one order, as decisions do it, so that two who change the same threads do not wait for
    # each other.
    found = list(
        threads.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True)
    )
    threads.update(version=F("version") + 1)
    purge_threads(found[-MOST_PURGED:])
