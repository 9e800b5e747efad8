"""What an administrator is told on the dashboard of mail that does not go out."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q
from django.utils import timezone
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.outbox.models import Message

LATE_AFTER = dt.timedelta(hours=1)
TOLD_FOR = dt.timedelta(days=7)


class Failure(NamedTuple):
    """Messages that failed for one reason, such as "SMTPRecipientsRefused 550"."""

    error: str
    number: int
    last_at: dt.datetime


class Standing(NamedTuple):
    """Messages that are late by an hour or more, and those that were given up within a week."""

    late: int
    given_up: list[Failure]


def standing(now: dt.datetime | None = None) -> Standing:
    """How mail stands. Two queries."""
    now = now or timezone.now()
    waiting = Message.objects.waiting()
    # One that failed has its next attempt ahead of it, and is late all the same.
    overdue = Q(due_at__lt=now - LATE_AFTER) | Q(failures__gt=0, made_at__lt=now - LATE_AFTER)
    rows = Message.objects.filter(given_up_at__gt=now - TOLD_FOR).values("error")
    counted = rows.annotate(number=Count("pk"), last_at=Max("given_up_at")).order_by("-number")
    return Standing(waiting.filter(overdue).count(), [Failure(**row) for row in counted[:5]])


class OutboxWarning(Component):
    """Nothing while mail goes out, or for whoever could not mend it."""

    name = "prcouncil_outbox"
    template_name = "prcouncil_outbox/warning.html"
    order = 11

    def render_html(self, parent_context: Any = None) -> str:
        user = parent_context["request"].user if parent_context else None
        if not user or not user.is_superuser:
            return ""
        found = standing()
        return super().render_html({"standing": found}) if any(found) else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"standing": parent_context["standing"]}
