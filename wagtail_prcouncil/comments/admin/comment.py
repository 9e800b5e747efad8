"""One comment, with all that is known of it and all that can be done with it."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wagtail_prcouncil.comments.admin.finding import comment_or_404
from wagtail_prcouncil.comments.admin.forms import (
    AnswerForm,
    BanForm,
    EraseForm,
    RedactForm,
    RejectForm,
    ReopenForm,
)
from wagtail_prcouncil.comments.admin.marking import marked
from wagtail_prcouncil.comments.admin.phrases import words
from wagtail_prcouncil.comments.admin.rows import rows_of
from wagtail_prcouncil.comments.admin.tallies import BESIDE, with_tallies
from wagtail_prcouncil.comments.models import (
    CannedReply,
    OfficialReply,
    ReaderComment,
    RuleHit,
)
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.rules.redaction import proposed, proposed_name
from wagtail_prcouncil.comments.scopes import Scope, scope_of, within
from wagtail_prcouncil.comments.states import LIVING, TRANSITIONS, AnswerStatus, Right, Status, Verb
from wagtail_prcouncil.ui.jalali.admin_dates import speaks_jalali
from wagtail_prcouncil.ui.teasers import Teaser

MOST_ALIKE = 20
EXCERPT = 300  # characters of the page's lead


class CommentView(WagtailAdminTemplateMixin, View):
    """The screen; views of verbs show it again when something is wrong."""

    http_method_names: ClassVar[list[str]] = ["get", "head"]
    page_title = _("Comment")
    header_icon = "comment"
    template_name = "prcouncil_comments/admin/comment.html"
    comment: ReaderComment
    bound: ClassVar[dict[str, forms.Form]] = {}

    @property
    def user(self) -> Any:
        """Somebody who may enter the admin."""
        return self.request.user

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.comment = comment_or_404(request.user, pk)
        return self.shown()

    def shown(self, status: int = 200, **bound: forms.Form) -> HttpResponse:
        """With forms that were filled in, by their names, in place of empty ones."""
        self.comment = comment_or_404(self.user, self.comment.pk)
        context = self.get_context_data()
        context["forms"] |= bound
        return self.render_to_response(context, status=status)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        queue = {"url": reverse("prcouncil_comments_queue"), "label": _("Comments")}
        name = self.comment.name
        label = _("Comment by {name}").format(name=name) if name else self.page_title
        return [*self.breadcrumbs_items, queue, {"url": "", "label": label}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        comment, scope = self.comment, self.scopes[Right.MODERATE]
        one = ReaderComment.objects.filter(pk=comment.pk)
        row = rows_of(with_tallies(one, scope, found=one, most=1), user=self.user)[0]
        reply = OfficialReply.objects.filter(comment=comment).first()
        offered = self._forms(reply)
        return super().get_context_data(**kwargs) | {
            "row": row,
            "comment": comment,
            "can": self._can(reply),
            "forms": offered,
            "reply": reply,
            "reply_version": reply.version if reply else 0,
            "original": self._original(),
            "sent_name": comment.sent_name if self._may(Right.VIEW_ORIGINAL) else "",
            "email": comment.email if self._may(Right.VIEW_ORIGINAL) else "",
            "excerpt": self._excerpt(),
            "decisions": list(comment.decisions.select_related("by").order_by("version")),
            "reports": list(comment.reader_reports.select_related("closed_by").order_by("-at")),
            "replies": list(self._beside(scope).filter(parent=comment).order_by("posted_at")),
            "of_sender": self._alike("address_hash", scope),
            "in_same_words": self._alike("text_hash", scope),
            "canned": list(CannedReply.objects.all()),
            "queue": reverse("prcouncil_comments_queue"),
            "words": words(),
            "in_jalali": speaks_jalali(comment),
            "thread": comment.thread,
            "next": get_valid_next_url_from_request(self.request)
            or reverse("prcouncil_comments_queue"),
            "here": reverse("prcouncil_comments_comment", args=[comment.pk]),
            "media": offered["ban"].media,
        }

    @cached_property
    def scopes(self) -> dict[Right, Scope]:
        return {right: scope_of(self.user, right) for right in Right}

    def _may(self, right: Right) -> bool:
        return self.scopes[right].covers(self.comment.thread)

    def _can(self, reply: OfficialReply | None) -> dict[str, bool]:
        """What the screen offers: what the state allows and the user may."""
        can = {
            verb.value: self.comment.status in rule.sources and self._may(rule.right)
            for verb, rule in TRANSITIONS.items()
            if verb != Verb.UNDO
        }
        lives, has = self.comment.status in LIVING, reply.status if reply else None
        publisher = self._may(Right.APPROVE_ANSWER)
        is_read = self.comment.status == Status.APPROVED
        return can | {
            "ban": lives and bool(self.comment.address_hash or self.comment.email_hash),
            "erase": can[Verb.ERASE.value] and not self.comment.is_held_by_law,
            "hold": lives and self._may(Right.ERASE) and not self.comment.is_held_by_law,
            "lift_hold": self._may(Right.ERASE) and self.comment.is_held_by_law,
            "close_reports": self.comment.reports > 0,
            "answer": lives and self._may(Right.ANSWER) and has != AnswerStatus.PUBLISHED,
            "publish_at_once": publisher and is_read,
            "publish": publisher
            and self.comment.status == Status.APPROVED
            and has == AnswerStatus.DRAFT,
            "withdraw": publisher and has in (AnswerStatus.DRAFT, AnswerStatus.PUBLISHED),
        }

    def _forms(self, reply: OfficialReply | None) -> dict[str, forms.Form]:
        written = {"agency_name": reply.agency_name, "text": reply.text} if reply else {}
        return {
            "reject": RejectForm(),
            "reopen": ReopenForm(),
            "erase": EraseForm(),
            "redact": RedactForm(initial=self._proposal()),
            "ban": BanForm(initial={"kind": "address"}),
            "answer": AnswerForm(initial=written),
        }

    def _proposal(self) -> dict[str, str]:
        """Text and name without personal data, until somebody has redacted them his own way."""
        comment = self.comment
        return {
            "public_text": comment.public_text if comment.is_redacted else proposed(comment),
            "public_name": comment.name if comment.sent_name else proposed_name(comment),
        }

    def _original(self) -> str:
        """What was sent, marked, where something else is shown; for those who may see it."""
        if not (self.comment.is_redacted and self._may(Right.VIEW_ORIGINAL)):
            return ""
        return marked(self.comment.text, self.comment.hits.all(), RuleHit.Field.TEXT)

    def _excerpt(self) -> str:
        page = self.comment.thread.page
        text = Teaser.of(page.specific, self.request).text if page else ""
        return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"

    def _beside(self, scope: Scope) -> ReaderCommentQuerySet:
        others = ReaderComment.objects.exclude(pk=self.comment.pk).select_related(*BESIDE)
        return within(others, scope)

    def _alike(self, column: str, scope: Scope) -> list[ReaderComment]:
        """The latest of the same sender, or in the same words."""
        value = getattr(self.comment, column)
        if not value:
            return []
        rows = self._beside(scope).filter(**{column: value}).order_by("-posted_at")
        return list(rows[:MOST_ALIKE])
