"""What waits for a moderator, on Wagtail's dashboard."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.comments.admin.finding import seen_by
from wagtail_prcouncil.comments.admin.queue import in_words, number_of
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Right, Urgency
from wagtail_prcouncil.ui.languages import page_language


class WaitingPanel(Component):
    """How many comments wait, since when, how many of them are urgent or reported. Nothing of
    what lies outside of the user's scope is counted."""

    name = "prcouncil_comments"
    template_name = "prcouncil_comments/admin/dashboard.html"
    order = 155

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["prcouncil_comments/queue.css"]}

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        comments, _scope = seen_by(self.user)
        pending = comments.pending()
        oldest: ReaderComment | None = pending.order_by("posted_at").first()
        reported = comments.published().filter(reports__gt=0)
        return {
            "waiting": in_words(number_of(pending)) if oldest else "",
            "urgent": _some(pending.filter(urgency=Urgency.URGENT)),
            "reported": _some(reported),
            "oldest": oldest.posted_at if oldest else None,
            "now": timezone.now(),
            "url": reverse("prcouncil_comments_queue"),
            "in_jalali": page_language(None).is_persian,
        }


def _some(comments: Any) -> str:
    number = number_of(comments)
    return in_words(number) if number else ""


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm(Right.MODERATE.value):
        panels.append(WaitingPanel(request))
