"""The cookies that a site on this package sets: for whoever logs in or sends a form. Reading sets
none (rule A19)."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DAY = 24 * 3600  # seconds
A_YEAR = 365  # days
_MARK = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Cookie:
    """`days` is how long a browser keeps it; 0: until it is closed."""

    name: str
    purpose: str | Promise
    days: int


@dataclass(frozen=True, slots=True)
class BrowserMark:
    """By what a browser is known again that changes what it has said: random letters in a cookie
    that only the addresses below `path` ever see."""

    name: str
    purpose: str | Promise
    path: Callable[[], str]

    def of(self, request: HttpRequest) -> str:
        """The browser's mark, or a new one for a browser that has none of ours."""
        mark = request.COOKIES.get(self.name, "")
        return mark if _MARK.fullmatch(mark) else secrets.token_urlsafe(24)

    def remember(self, response: HttpResponse, mark: str, request: HttpRequest) -> None:
        response.set_cookie(
            self.name,
            mark,
            max_age=A_YEAR * DAY,
            path=self.path(),
            secure=request.is_secure() or settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )

    def cookie(self) -> Cookie:
        """As the page on privacy lists it."""
        return Cookie(self.name, self.purpose, A_YEAR)


def cookies_set() -> list[Cookie]:
    """By Wagtail and Django, for whoever logs in or sends a form; by their names on this site."""
    cookies = [_session_cookie()]
    if not settings.CSRF_USE_SESSIONS:
        cookies.append(form_cookie())
    if apps.is_installed("django.contrib.messages"):
        cookies.append(Cookie("messages", _("Tells an editor once what has just been done."), 0))
    return cookies


def form_cookie() -> Cookie:
    """What a form sets that a reader opens to send it."""
    if settings.CSRF_USE_SESSIONS:
        return _session_cookie()
    return Cookie(
        settings.CSRF_COOKIE_NAME,
        _("Protects forms from being forged: those of editors, and those that readers send."),
        (settings.CSRF_COOKIE_AGE or 0) // DAY,
    )


def _session_cookie() -> Cookie:
    return Cookie(
        settings.SESSION_COOKIE_NAME,
        _("Knows an editor who has logged in, or a reader of a page behind a password.")
        if not settings.CSRF_USE_SESSIONS
        else _("Knows an editor who has logged in, or a reader who sends a form."),
        0 if settings.SESSION_EXPIRE_AT_BROWSER_CLOSE else settings.SESSION_COOKIE_AGE // DAY,
    )
