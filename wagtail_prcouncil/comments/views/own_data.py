"""A reader's own comments: asked for by mail address, seen and erased by the link in a mail."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from wagtail_prcouncil.comments.actions.own_data import (
    LinkOverError,
    TooManyLinksError,
    ask_for_link,
    end_link,
    erase_own,
    link_of,
)
from wagtail_prcouncil.comments.models import MailedLink
from wagtail_prcouncil.comments.own_data.exporting import TABLE, as_json, comments_of
from wagtail_prcouncil.comments.own_data.forms import MOST_CHOSEN, ErasureForm, OwnDataForm
from wagtail_prcouncil.comments.senders import address_hash
from wagtail_prcouncil.comments.views.asking import (
    asks_readers,
    in_asked_language,
    is_forged,
    refusal_unread,
    why_forged,
)
from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.pages.clients import client_address


@asks_readers
@in_asked_language
def ask(request: HttpRequest) -> HttpResponse:
    """The form, and an answer that is the same whether the address is known or not."""
    if request.method != "POST":
        return _asked(request, OwnDataForm(), 200)
    refused = refusal_unread(request)
    if refused:
        return refused
    form = OwnDataForm(request.POST)
    if is_forged(request):
        words = why_forged(request)
        return _asked(request, form, 403, words)
    if not form.is_valid():
        return _asked(request, form, 400)
    site = Site.find_for_request(request)
    try:
        ask_for_link(
            form.cleaned_data["email"],
            asker=address_hash(client_address(request)),
            root=site.root_url if site else "",
        )
    except TooManyLinksError as error:
        return _asked(request, form, 429, str(error))
    return HttpResponse(
        status=303, headers={"Location": f"{request.path}?lang={get_language()}&sent"}
    )


def _asked(request: HttpRequest, form: OwnDataForm, status: int, refusal: str = "") -> HttpResponse:
    words = {"form": form, "refusal": refusal, "is_sent": "sent" in request.GET}
    return render(request, "prcouncil_comments/own_data.html", words, status=status)


@never_cache
@csrf_exempt  # whoever has the link may; it is sent by no cookie, so that no other site can
@require_http_methods(["GET", "HEAD", "POST"])
@in_asked_language
def own_comments(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The comments under the address that the link was mailed to. Opening it changes nothing."""
    link = link_of(secret)
    if link is None:
        response: HttpResponseBase = _over(request)
    elif request.method == "POST":
        response = refusal_unread(request) or _erase(request, link)
    else:
        response = _file(request, link) or _listed(request, link)
    response["Referrer-Policy"] = "no-referrer"  # the address is a key
    response["X-Robots-Tag"] = "noindex"
    return response


def _file(request: HttpRequest, link: MailedLink) -> HttpResponseBase | None:
    kind, comments = request.GET.get("as"), comments_of(link.email_hash)
    if kind == "csv":
        return download(TABLE, comments, "csv")
    if kind != "json":
        return None
    content = json.dumps(as_json(comments), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    named = {"Content-Disposition": 'attachment; filename="my-comments.json"'}
    return HttpResponse(content, content_type="application/json", headers=named)


def _listed(
    request: HttpRequest, link: MailedLink, form: ErasureForm | None = None
) -> HttpResponse:
    comments = comments_of(link.email_hash)
    shown = list(comments[:MOST_CHOSEN])
    words: dict[str, Any] = {"link": link, "comments": shown, "total": comments.count()}
    words["form"] = form
    status = 400 if form else 200
    return render(request, "prcouncil_comments/own_comments.html", words, status=status)


def _erase(request: HttpRequest, link: MailedLink) -> HttpResponse:
    known = comments_of(link.email_hash).values_list("public_id", flat=True)
    form = ErasureForm(request.POST, choices=[str(one) for one in known])
    if not form.is_valid():
        return _listed(request, link, form)
    which = form.cleaned_data["which"]
    try:
        if which == "none":
            end_link(link)
            return _done(request, {})
        chosen = form.cleaned_data["comment"] if which == "chosen" else None
        erased = erase_own(link, chosen)
    except LinkOverError:
        return _over(request)
    return _done(request, {"erased": erased})


def _done(request: HttpRequest, words: dict[str, Any]) -> HttpResponse:
    return render(request, "prcouncil_comments/own_data_done.html", words)


def _over(request: HttpRequest) -> HttpResponse:
    """One answer for links that are used, out of time or made up."""
    return render(request, "prcouncil_comments/own_data_over.html", status=404)
