"""What readers wrote lately, on the dashboard of the desk that works with the item."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.audience.admin.filters import today
from wagtail_prcouncil.audience.admin.own import worked_with
from wagtail_prcouncil.audience.admin.registering import REASONS
from wagtail_prcouncil.audience.models import UsefulnessVote, UsefulnessVoteQuerySet
from wagtail_prcouncil.ui.languages import page_language

NEW = dt.timedelta(days=7)
MOST = 5


class ReasonsPanel(Component):
    """The latest reasons of a week, and the way to all. Nothing where there are none, or for
    whoever may not read them."""

    name = "prcouncil_reasons"
    template_name = "prcouncil_audience/admin/dashboard.html"
    order = 160

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        reasons = new_reasons(self.user)
        address = reverse("prcouncil_audience_reasons")
        return {
            "reasons": reasons.with_page().order_by("-voted_at")[:MOST],
            "count": reasons.count(),
            "url": f"{address}?voted_at_from={(today() - NEW).isoformat()}",
            "in_jalali": page_language(None).is_persian,
        }


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm(REASONS):
        panels.append(ReasonsPanel(request))


def new_reasons(user: Any) -> UsefulnessVoteQuerySet:
    """Given in the last seven days, on items that the user works with."""
    reasons = UsefulnessVote.objects.with_reason().between(timezone.now() - NEW, None)
    return worked_with(reasons, user)
