"""What the forms of readers have in common: they are a page without a script, a part for one, and
give back what was typed, whatever is wrong with how it came."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from wagtail_prcouncil.comments.addresses import thread_path
from wagtail_prcouncil.comments.public.elsewhere import lead_to_translations
from wagtail_prcouncil.ui.editions import lead_elsewhere

MOST_BYTES = 200_000
"""Of a form that is sent: ten times the longest comment in Persian, as browsers write it. A text
that is too long comes back; a film is not read."""
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})

View = Callable[..., HttpResponse]


def asks_readers(view: View) -> View:
    """GET, HEAD and POST, never cached. A POST without the token of Django's own protection gets
    to the view, which asks `is_forged` and shows the form again instead of an error page."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        protection = _protection()
        protection.process_request(request)
        response = view(request, *args, **kwargs)
        protection.process_response(request, response)  # sets the cookie on the response itself
        return response

    return never_cache(csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(asked)))


def in_asked_language(view: Callable[..., Any]) -> Callable[..., Any]:
    """In the language that `?lang=` names, else in the site's: these addresses are the same in all
    languages, and below no page that has one."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            language = translation.get_supported_language_variant(request.GET.get("lang", ""))
        except LookupError:
            language = settings.LANGUAGE_CODE
        lead_elsewhere(request, {code: f"?lang={code}" for code, _name in settings.LANGUAGES})
        with translation.override(language):
            return view(request, *args, **kwargs)

    return asked


def is_forged(request: HttpRequest) -> bool:
    """Whether Django's protection against forged forms refuses it."""
    return _protection().process_view(request, _nothing, (), {}) is not None


def why_forged(request: HttpRequest) -> str:
    """What to do about it: without the cookie no second attempt would help."""
    if settings.CSRF_COOKIE_NAME in request.COOKIES or settings.CSRF_USE_SESSIONS:
        return _("This form could not be told from a forged one. Please send it again.")
    return _("Your browser keeps no cookies for this form. Allow them, and send it again.")


def _protection() -> CsrfViewMiddleware:
    return CsrfViewMiddleware(_nothing)


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def refusal_unread(request: HttpRequest) -> HttpResponse | None:
    """413 or 415, in words, for what no form of ours sends; nothing of it is read."""
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type not in FORM_TYPES or charset not in ("utf-8", "utf8"):
        return told(request, _("This did not come from a form of ours."), 415)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return told(request, _("This is far too long. Go back, and shorten what you wrote."), 413)
    return None


def told(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """A sentence alone: a script puts it above the form, which stays as it is."""
    return shown(request, "told", {"sentence": sentence}, status)


def shown(
    request: HttpRequest,
    name: str,
    variables: dict[str, Any],
    status: int = 200,
    *,
    elsewhere: Callable[[Page], str] = thread_path,
) -> HttpResponse:
    """`name`.html, or for the script the component of that name alone. Of a page that is `read`,
    readers of other languages go on at `elsewhere` below its translations."""
    is_part = request.headers.get("X-Requested-With") == "fetch"
    if not is_part and "read" in variables:
        lead_to_translations(variables["read"], request, elsewhere)
    folder = "prcouncil_comments/components" if is_part else "prcouncil_comments"
    return render(request, f"{folder}/{name}.html", variables, status=status)
