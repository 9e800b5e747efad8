"""A reader reports a published comment to the moderators."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from wagtail_prcouncil.comments import marks
from wagtail_prcouncil.comments.actions.reporting import report
from wagtail_prcouncil.comments.addresses import comment_path
from wagtail_prcouncil.comments.forms import ReportForm
from wagtail_prcouncil.comments.kinds import readable_page
from wagtail_prcouncil.comments.limits import says_too_much
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.policies import allowed_on
from wagtail_prcouncil.comments.states import ReportReason
from wagtail_prcouncil.comments.views.asking import (
    asks_readers,
    is_forged,
    refusal_unread,
    shown,
    why_forged,
)

RECEIVED = "received"


@asks_readers
def report_form(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The report of this browser, which it may change. What is not shown is answered like what
    never was."""
    comment, page = published_comment(public_id)
    mark = marks.READER.of(request)
    with translation.override(page.locale.language_code):
        response = _answered(request, comment, page, mark)
    marks.READER.remember(response, mark, request)
    return response


def published_comment(public_id: UUID) -> tuple[ReaderComment, Page]:
    """The comment and its page, where an anonymous reader may see both; else Http404."""
    found = ReaderComment.objects.published().select_related("thread").filter(public_id=public_id)
    comment = found.first()
    page = readable_page(comment.thread.page_id or 0) if comment else None
    if comment is None or page is None or not allowed_on(page).shows:
        raise Http404
    return comment, page


def _answered(request: HttpRequest, comment: ReaderComment, page: Page, mark: str) -> HttpResponse:
    own = marks.marked(mark, comment.public_id, "report")
    address = reverse("prcouncil_comments:report", args=[comment.public_id])
    asked: dict[str, Any] = {
        "read": page,
        "read_url": page.get_url(request),
        "comment_url": comment_path(comment.public_id),
        "parent": comment,
        "address": address,
    }
    if request.method != "POST":
        if RECEIVED in request.GET:
            return shown(request, "reported", asked)
        given = ReaderReport.objects.filter(comment=comment, reporter=own).first()
        initial = {"reason": given.reason, "words": given.words} if given else {}
        return shown(request, "report_form", asked | {"form": ReportForm(initial=initial)})
    refused = refusal_unread(request)
    if refused:
        return refused
    form = ReportForm(request.POST)
    if is_forged(request):
        words = why_forged(request)
        return shown(request, "report_form", asked | {"form": form, "refusal": words}, 403)
    if not form.is_valid():
        return shown(request, "report_form", asked | {"form": form}, 400)
    reason = ReportReason(form.cleaned_data["reason"])
    if not says_too_much(request, "report"):  # else thanked, and not heard
        report(comment, reason=reason, words=form.cleaned_data["words"], by=own)
    return HttpResponse(status=303, headers={"Location": f"{address}?{RECEIVED}"})
