"""By what a browser is known again when it changes its vote: a random mark in a cookie that only
the addresses of votes ever see."""

import re
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.ui.cookies import DAY, Cookie

COOKIE = "prc-voter"
A_YEAR = 365 * 24 * 3600  # seconds
_MARK = re.compile(r"[A-Za-z0-9_-]{32}")


def mark_in(request: HttpRequest) -> str:
    """The browser's mark, or a new one for a browser that has none of ours."""
    mark = request.COOKIES.get(COOKIE, "")
    return mark if _MARK.fullmatch(mark) else secrets.token_urlsafe(24)


def remember(response: HttpResponse, mark: str, request: HttpRequest) -> None:
    response.set_cookie(
        COOKIE,
        mark,
        max_age=A_YEAR,
        path=cookie_path(),
        secure=request.is_secure() or settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def cookie_path() -> str:
    """ "/audience/vote/": where all votes are cast, and nothing is read."""
    return reverse("prcouncil_audience:vote", args=[0]).removesuffix("0/")


def cookie() -> Cookie:
    """As the page on privacy lists it."""
    purpose = _(
        "Knows the browser again that has voted on an item, so that it may change its vote."
    )
    return Cookie(COOKIE, purpose, A_YEAR // DAY)
