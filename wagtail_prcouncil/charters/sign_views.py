"""The link of an invitation: a page with one button, and thanks.

Looking at it changes nothing: programs that look into mail open links, too. No cookie is read or
set: whoever holds the link may sign, and another site that would forge the form does not hold it.
Django's own protection would refuse the form besides, for browsers send no origin from pages whose
address is kept from others.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from wagtail_prcouncil.charters.actions.inviting import sign_by_invitation
from wagtail_prcouncil.charters.links import invitation_of
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.public.signing import Refusal, Signing
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.pages.rates import comes_too_often
from wagtail_prcouncil.ui.editions import lead_elsewhere

MOST_SENT = 300
"""Forms from one network address in an hour: at an unveiling a whole hall sits behind one."""

View = Callable[..., HttpResponse]


def by_link(view: Callable[[HttpRequest, Signing], HttpResponse]) -> View:
    """The view gets what the token leads to, in the language of the invitation or of `?lang=`;
    a token that we did not give out is 404. The address goes to no other site, to no cache, to no
    search engine and to no log of ours."""

    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        invitation = invitation_of(token)
        lead_elsewhere(request, {code: f"?lang={code}" for code, _name in settings.LANGUAGES})
        with translation.override(_language(request, invitation)):
            if invitation is None:
                sentence = gettext(
                    "This link is not one of ours. Open it as it stands in the mail."
                )
                response = _refused(request, Refusal(sentence, HTTPStatus.NOT_FOUND))
            else:
                response = view(request, Signing(invitation, request))
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        response._has_been_logged = True  # Django logs paths of 4xx
        return response

    return never_cache(found)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def sign(request: HttpRequest, signing: Signing) -> HttpResponse:
    """GET shows what is signed, POST signs it and leads to thanks; what cannot be signed any more
    is told with a reason (409, 410)."""
    if request.method != "POST":
        return (
            _refused(request, signing.refusal, signing)
            if signing.refusal
            else _asked(request, signing)
        )
    if comes_too_often(request, "prcouncil_charters.sign", MOST_SENT):
        sentence = gettext("Too many signatures are coming in just now. Try again in an hour.")
        return _refused(request, Refusal(sentence, HTTPStatus.TOO_MANY_REQUESTS), signing)
    try:
        sign_by_invitation(signing.invitation)
    except CouncilError as error:
        return _refused_by_action(request, signing, error)
    token = request.resolver_match.kwargs["token"]
    address = reverse("prcouncil_charter_signing:signed", args=[token])
    asked = f"?lang={signing.language.code}" if "lang" in request.GET else ""
    return HttpResponse(status=303, headers={"Location": address + asked})


@require_safe
@by_link
def signed(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Thanks, with the way to the certificate; before anything was signed, back to the question."""
    if signing.signature is None:
        return HttpResponse(status=303, headers={"Location": "../"})
    return render(request, "prcouncil_charters/signed.html", {"signing": signing})


def _asked(request: HttpRequest, signing: Signing) -> HttpResponse:
    words = {"signing": signing, "reading": signing.reading}
    return render(request, "prcouncil_charters/sign.html", words)


def _refused_by_action(request: HttpRequest, signing: Signing, error: CouncilError) -> HttpResponse:
    """What has become of the invitation meanwhile says how it is answered."""
    now = invitation_of(request.resolver_match.kwargs["token"])
    found = Signing(now, request) if now else signing
    told = found.refusal or Refusal(str(error), HTTPStatus.CONFLICT)
    return _refused(request, told, found)


def _refused(
    request: HttpRequest, refusal: Refusal, signing: Signing | None = None
) -> HttpResponse:
    words = {"refusal": refusal, "signing": signing}
    return render(request, "prcouncil_charters/sign_refused.html", words, status=refusal.status)


def _language(request: HttpRequest, invitation: Invitation | None) -> str:
    """A language of the site that was asked for, else that of the invitation."""
    known: Any = invitation.language if invitation else settings.LANGUAGE_CODE
    for asked in (request.GET.get("lang", ""), known):
        try:
            return translation.get_supported_language_variant(asked)
        except LookupError:
            continue
    return str(settings.LANGUAGE_CODE)
