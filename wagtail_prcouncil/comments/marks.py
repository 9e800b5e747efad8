"""By what a browser is known again when it changes its report or its vote: a random mark in a
cookie that only the addresses of single comments ever see."""

import hashlib
import hmac
import re
import secrets
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.ui.cookies import DAY, Cookie

COOKIE = "prc-reader"
A_YEAR = 365 * DAY
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


def marked(mark: str, comment: UUID, what: str) -> str:
    """What is stored of a browser: for each comment another value, and for reports another than
    for votes."""
    words = f"prcouncil_comments.{what}\0{mark}\0{comment}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def cookie_path() -> str:
    """ "/comments/c/": where comments are reported and voted on. Whoever reads one there is sent
    the same as everybody."""
    nil = UUID(int=0)
    return reverse("prcouncil_comments:report", args=[nil]).partition(str(nil))[0]


def cookie() -> Cookie:
    """As the page on privacy lists it."""
    purpose = _(
        "Knows the browser again that has reported a comment or voted on one, so that it may change"
        " what it said."
    )
    return Cookie(COOKIE, purpose, A_YEAR // DAY)
