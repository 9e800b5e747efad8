"""The queue's comments as CSV and XLSX, narrowed by the queue's own filters."""

from collections.abc import Callable, Iterator
from typing import cast

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.comments.actions.exporting import export_comments
from wagtail_prcouncil.comments.admin.filters import QueueFilters
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.quantities import NOTHING
from wagtail_prcouncil.comments.scopes import Scope, scope_of
from wagtail_prcouncil.comments.states import AnswerStatus, Hold, Right
from wagtail_prcouncil.exchange.downloads import CONTENT_TYPES, download
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table

NAME = "prcouncil_comments_export"
LABELS = {"csv": _("Download as CSV"), "xlsx": _("Download as XLSX")}

NEEDED = ("thread__page", "parent", "decided_by", "official_reply")


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """What the queue's filters leave, within the user's scope, the oldest first."""
    if not request.user.has_perm(Right.EXPORT.value):
        raise PermissionDenied
    scope = scope_of(request.user, Right.EXPORT)
    filters = QueueFilters(request.GET, user=request.user, scope=scope)
    found = filters.narrowed(ReaderComment.objects.all())
    if request.method == "HEAD":  # nothing is taken away, and nothing logged
        return download(table_for(scope), found.none(), kind)
    by = cast(AbstractBaseUser, request.user)
    rows = export_comments(found, kind, by=by).order_by("posted_at", "pk")
    return download(table_for(scope_of(request.user, Right.VIEW_ORIGINAL)), rows, kind)


def table_for(originals: Scope) -> Table:
    """Addresses for mail and what was redacted only where the user may see originals."""

    def original(read: Callable[[ReaderComment], str]) -> Callable[[ReaderComment], str]:
        return lambda comment: read(comment) if originals.covers(comment.thread) else ""

    return Table(
        _("reader-comments"),
        [
            Column(_("identifier"), lambda comment: comment.public_id),
            Column(_("in reply to"), lambda comment: comment.parent and comment.parent.public_id),
            Column(_("page"), lambda comment: comment.thread.page_title),
            Column(_("page ID"), lambda comment: comment.thread.page_id),
            DateColumn(_("received at"), lambda comment: comment.posted_at),
            Column(_("status"), lambda comment: comment.get_status_display()),
            DateColumn(_("decided at"), lambda comment: comment.decided_at),
            Column(_("decided by"), _decider),
            Column(_("reason"), lambda comment: comment.get_reason_display()),
            Column(_("name"), lambda comment: comment.name),
            Column(_("name as sent"), original(lambda comment: comment.sent_name)),
            Column(_("email address"), original(lambda comment: comment.email)),
            Column(_("text as shown"), lambda comment: comment.public_text),
            Column(_("text as sent"), original(lambda comment: comment.text)),
            Column(_("note to the author"), lambda comment: comment.note_to_author),
            Column(_("official reply"), _answer),
            Column(_("what rules saw"), lambda comment: "، ".join(_seen(comment))),
            Column(_("seems to be"), lambda comment: comment.get_script_display()),
            Column(_("open reports of readers"), lambda comment: comment.reports),
        ],
        prepare=lambda comments: comments.select_related(*NEEDED),
    )


def buttons(request: HttpRequest) -> Iterator[Button]:
    """In the menu above the queue, beside which its title has room on a telephone, too: what is on
    show, as a file. None for those who may not take it away."""
    if request.user.has_perm(Right.EXPORT.value):
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        for kind, label in LABELS.items():
            url = reverse(f"{NAME}_{kind}") + query
            yield Button(label, url=url, icon_name="download")


def addresses() -> list[URLPattern]:
    return [
        path(f"comments/export/{kind}/", export, {"kind": kind}, name=f"{NAME}_{kind}")
        for kind in CONTENT_TYPES
    ]


def _decider(comment: ReaderComment) -> str:
    return comment.decided_by.get_username() if comment.decided_by else ""


def _answer(comment: ReaderComment) -> str:
    """What readers see of it; drafts stay here."""
    answer = getattr(comment, "official_reply", None)
    return answer.text if answer and answer.status == AnswerStatus.PUBLISHED else ""


def _seen(comment: ReaderComment) -> Iterator[str]:
    for code in comment.hold_codes:
        yield str(Hold(code).label) if code in Hold else NOTHING
