"""How an item stands, in the words of the desk: what its list shows and narrows by."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState

from wagtail_prcouncil.news.models import NewsPage, NewsQuerySet


class DeskState(TextChoices):
    """An item may stand in several: out, and changed since."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    SCHEDULED = "scheduled", _("scheduled")
    EMBARGOED = "embargoed", _("under embargo")
    PUBLISHED = "published", _("published")
    CHANGED = "changed", _("changed since")
    RETRACTED = "retracted", _("retracted")
    EXPIRED = "expired", _("expired")
    WITHDRAWN = "withdrawn", _("withdrawn")


def _waiting() -> Q:
    """At a step of a workflow."""
    return _among(WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS))


def _scheduled() -> Q:
    """Approved to go live at a time to come."""
    return _among(Revision.page_revisions.filter(approved_go_live_at__isnull=False))


def _among(rows: QuerySet[Any]) -> Q:
    """Whose key those rows name. Read first, since they name it as text; they are what lies on
    the desk, and few."""
    keys = rows.order_by().values_list("object_id", flat=True)
    return Q(pk__in=[int(key) for key in keys if key.isdigit()])


def _never_out() -> Q:
    return Q(live=False, expired=False, published_at=None)


_FOUND_BY: dict[str, Callable[[], Q]] = {
    DeskState.DRAFT: lambda: _never_out() & ~_waiting() & ~_scheduled(),
    DeskState.IN_REVIEW: _waiting,
    DeskState.SCHEDULED: _scheduled,
    DeskState.EMBARGOED: lambda: Q(embargoed_until__gt=timezone.now()),
    DeskState.PUBLISHED: lambda: (
        Q(live=True, retracted_at=None)
        & (Q(embargoed_until=None) | Q(embargoed_until__lte=timezone.now()))
    ),
    DeskState.CHANGED: lambda: Q(live=True, has_unpublished_changes=True),
    DeskState.RETRACTED: lambda: Q(live=True, retracted_at__isnull=False),
    DeskState.EXPIRED: lambda: Q(live=False, expired=True),
    DeskState.WITHDRAWN: lambda: Q(live=False, expired=False, published_at__isnull=False),
}


def in_state(pages: NewsQuerySet, state: str) -> NewsQuerySet:
    """Those of `pages` that stand so. Said by key: a search takes only columns it has indexed."""
    found = NewsPage.objects.filter(_FOUND_BY[state]()).order_by().values("pk")
    return pages.filter(pk__in=found)


def states_of(page: NewsPage) -> list[DeskState]:
    """All that is true of an item, the most telling first; no query on a list that was annotated
    as Wagtail annotates its own."""
    gone = DeskState.EXPIRED if page.expired else DeskState.WITHDRAWN
    if page.live:
        now = [DeskState.RETRACTED] if page.retracted_at else [DeskState.PUBLISHED]
        if page.is_embargoed:
            now = [DeskState.EMBARGOED]
        if page.has_unpublished_changes:
            now.append(DeskState.CHANGED)
    else:
        now = [gone] if page.expired or page.published_at else []
        if page.is_embargoed:
            now.append(DeskState.EMBARGOED)
    if page.approved_schedule:
        now.append(DeskState.SCHEDULED)
    if page.workflow_in_progress:
        now.append(DeskState.IN_REVIEW)
    return now or [DeskState.DRAFT]
