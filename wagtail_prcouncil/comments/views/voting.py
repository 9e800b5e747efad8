"""A reader likes or dislikes a published comment, where the site lets readers do so."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments import marks
from wagtail_prcouncil.comments.actions.voting import vote
from wagtail_prcouncil.comments.addresses import comment_path
from wagtail_prcouncil.comments.forms import VoteForm
from wagtail_prcouncil.comments.limits import says_too_much
from wagtail_prcouncil.comments.models import CommentVote, ReaderComment
from wagtail_prcouncil.comments.views.asking import (
    asks_readers,
    is_forged,
    refusal_unread,
    shown,
)
from wagtail_prcouncil.comments.views.reporting import published_comment


@asks_readers
def vote_form(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The buttons, as this browser has pressed them. 404 where the site asks for no votes."""
    if not conf.comments_votes():
        raise Http404
    comment, page = published_comment(public_id)
    mark = marks.READER.of(request)
    with translation.override(page.locale.language_code):
        response = _answered(request, comment, page, marks.marked(mark, public_id, "vote"))
    marks.READER.remember(response, mark, request)
    return response


def _answered(request: HttpRequest, comment: ReaderComment, page: Page, voter: str) -> HttpResponse:
    refusal, status = "", 200
    if request.method == "POST":
        refused = refusal_unread(request)
        if refused:
            return refused
        form = VoteForm(request.POST)
        if is_forged(request):
            refusal = _("Your browser keeps no cookies for this form. Allow them, and try again.")
            status = 403
        elif not form.is_valid():
            refusal, status = _("Choose one of the two."), 400
        else:
            if not says_too_much(request, "vote"):
                vote(comment, likes=form.likes, by=voter)
            # To the buttons as they are now: reloading them votes no second time.
            return HttpResponse(status=303, headers={"Location": request.path})
    asked = {
        "read": page,
        "read_url": page.get_url(request),
        "comment_url": comment_path(comment.public_id),
        "parent": comment,
        "address": reverse("prcouncil_comments:like", args=[comment.public_id]),
        "given": CommentVote.objects.filter(comment=comment, voter=voter).first(),
        "refusal": refusal,
    }
    return shown(request, "vote_form", asked, status)
