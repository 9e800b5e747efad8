"""What readers' browsers send: that a page was opened, and whether it was useful."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience import tokens, voters
from wagtail_prcouncil.audience.actions import (
    TooManyVotesError,
    UnknownPageError,
    cast_vote,
    count_view,
)
from wagtail_prcouncil.audience.actions.voting import voter_hash
from wagtail_prcouncil.audience.forms import VoteForm
from wagtail_prcouncil.audience.known import KnownPage, known_page, readable_page
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.audience.requests import reader_of
from wagtail_prcouncil.pages.methods import reads_and_posts


@csrf_exempt  # it changes nothing that is anybody's, and the page it comes from is cached for all
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """A page was opened: its token as plain text, as `navigator.sendBeacon` sends it.

    204 whether it counts or not; 4xx for what no page of ours sends, and then nothing is written.
    """
    refused = _refusal(request)
    if refused:
        return HttpResponse(status=refused)
    try:
        page_id = tokens.page_id_in(request.body.decode(errors="replace"))
        count_view(page_id, by=reader_of(request))
    except tokens.ForgedTokenError:
        return HttpResponse(status=400)
    except UnknownPageError:
        return HttpResponse(status=404)
    return HttpResponse(status=204)


def _refusal(request: HttpRequest) -> int | None:
    """The status for what is refused unread, or None."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return 403
    if request.content_type != "text/plain":
        return 415
    length = request.META.get("CONTENT_LENGTH") or "0"
    return 413 if not length.isdecimal() or int(length) > tokens.LONGEST else None


@never_cache
@reads_and_posts
def vote(request: HttpRequest, page_id: str) -> HttpResponse:
    """The question with its form, which a script puts into the page and which is a page without
    one."""
    page = readable_page(int(page_id)) if conf.audience_votes() else None
    known = known_page(page.pk) if page else None
    if page is None or known is None:
        raise Http404
    mark = voters.VOTER.of(request)
    with translation.override(page.locale.language_code):
        response = _answered(request, page, known, mark)
    voters.VOTER.remember(response, mark, request)
    return response


def _answered(request: HttpRequest, page: Page, known: KnownPage, mark: str) -> HttpResponse:
    voter = voter_hash(mark, known.item)
    given = UsefulnessVote.objects.filter(item=known.item, voter=voter).first()
    asked = {"read": page, "read_url": page.get_url(request), "given": given}
    if request.method != "POST":
        form = VoteForm(initial={"reason": given.reason if given else ""})
        return _asked(request, asked | {"form": form}, 200)
    form = VoteForm(request.POST)
    if not form.is_valid():
        return _asked(request, asked | {"form": form}, 400)
    reason = form.cleaned_data["reason"]
    try:
        cast_vote(known, is_useful=form.is_useful, reason=reason, by=mark)
    except TooManyVotesError as error:
        return _asked(request, asked | {"form": form, "refusal": str(error)}, 429)
    # To the question as it stands now: reloading it votes no second time.
    return HttpResponse(status=303, headers={"Location": request.path})


def _asked(request: HttpRequest, asked: dict[str, Any], status: int) -> HttpResponse:
    """The whole page, or for the script the form alone."""
    is_part = request.headers.get("X-Requested-With") == "fetch"
    name = "components/vote_form.html" if is_part else "vote.html"
    return render(request, f"prcouncil_audience/{name}", asked, status=status)
