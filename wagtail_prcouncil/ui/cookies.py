"""The cookies that a site on this package sets: for whoever logs in or sends a form. Reading sets
none (rule A19)."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DAY = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Cookie:
    """`days` is how long a browser keeps it; 0: until it is closed."""

    name: str
    purpose: str | Promise
    days: int


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
