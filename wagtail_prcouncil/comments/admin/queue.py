"""The queue: what waits for a moderator, or what became of it."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil import __version__
from wagtail_prcouncil.comments.admin import exports
from wagtail_prcouncil.comments.admin.filters import ALL, QueueFilters
from wagtail_prcouncil.comments.admin.finding import seen_by
from wagtail_prcouncil.comments.admin.paging import Stretch, in_order_of_work, newest_first
from wagtail_prcouncil.comments.admin.phrases import words
from wagtail_prcouncil.comments.admin.rendering import rendered
from wagtail_prcouncil.comments.admin.rows import Row, rows_of
from wagtail_prcouncil.comments.admin.tallies import with_tallies
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.scopes import Scope
from wagtail_prcouncil.comments.states import OF_MODERATORS, Right, Status
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.keeping import Parts, may_keep

COUNTED = 1000
"""Beyond these nobody needs the number, and counting a hundred thousand rows takes a floor."""

ROW = "prcouncil_comments/admin/queue_row.html"

PLACES = ("from", "before", "after", "oldest")


class QueueView(WagtailAdminTemplateMixin, View):
    """A stretch of fifty, and how many there are."""

    http_method_names = ["get", "head"]
    page_title = gettext_lazy("Comments")
    header_icon = "comment"
    template_name = "prcouncil_comments/admin/queue.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm(Right.MODERATE.value):
            raise PermissionDenied
        return self.render_to_response(self.get_context_data())

    @property
    def header_more_buttons(self) -> list[Button]:
        return list(exports.buttons(self.request))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        comments, scope = seen_by(self.request.user)
        filters = QueueFilters(self.request.GET, user=self.request.user, scope=scope)
        found = filters.narrowed(comments)
        stretch = self._stretch(found, filters, scope)
        rows = rows_of(stretch.rows, user=self.request.user)
        context = super().get_context_data(**kwargs) | {
            "rows": rows,
            "stretch": stretch,
            "filters": filters,
            "filters_html": filters.rendered(self.request),
            "count": in_words(stretch.rows[0].found if stretch.rows else number_of(found)),
            "is_pending": filters.shown_status == Status.PENDING,
            "reasons": list(enumerate(OF_MODERATORS, 1)),
            "here": self.request.get_full_path(),
            "queue": self.request.path,
            "words": words(),
            "canned": filters.offered["canned"],
            "shortcuts": takes_shortcuts(self.request.user),
            "media": filters.media,
        }
        context["rows_html"] = self._rendered(rows, context)
        return context

    def _rendered(self, rows: list[Row], context: dict[str, Any]) -> Iterator[SafeString]:
        # A mould is filled by the code of its version: a later one may know other words.
        state = (__version__, get_language(), context["is_pending"], context["queue"])
        moulds = Parts("comments.queue", state if may_keep(self.request) else None)
        return rendered(rows, partial(_row, self.request, context), moulds)

    def _stretch(
        self, found: ReaderCommentQuerySet, filters: QueueFilters, scope: Scope
    ) -> Stretch:
        asked = self.request.GET
        complete = partial(with_tallies, scope=scope, found=found, most=COUNTED + 1)
        kept = urlencode(
            [(name, value) for name in asked if name not in PLACES for value in asked.getlist(name)]
        )
        if filters.shown_status == Status.PENDING:
            return in_order_of_work(found, asked, complete, kept)
        timed = filters.shown_status not in (ALL, Status.ERASED)
        field = "decided_at" if timed else "posted_at"
        return newest_first(found, asked, complete, field=field, kept=kept)


def _row(request: HttpRequest, context: dict[str, Any], row: dict[str, Any]) -> SafeString:
    return render_to_string(ROW, context | {"row": row}, request)


def number_of(comments: ReaderCommentQuerySet) -> int:
    return len(comments.order_by().values_list("pk", flat=True)[: COUNTED + 1])


def in_words(number: int) -> str:
    """«۱۲», «بیش از ۱٬۰۰۰»."""
    if number > COUNTED:
        return _("more than %(number)s") % {"number": in_numerals(COUNTED)}
    return in_numerals(number)


def takes_shortcuts(user: Any) -> bool:
    """As the user's profile in Wagtail has it; unless it says no, single keys do something."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile is None or bool(profile.keyboard_shortcuts)
