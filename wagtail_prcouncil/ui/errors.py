"""Answers when something is not to be had, in the site's face and language.

A site names them in its URLconf (`handler404 = "wagtail_prcouncil.ui.errors.page_not_found"`…)
and in the setting CSRF_FAILURE_VIEW. None of them sets a cookie.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from wagtail_prcouncil.ui.languages import page_language


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with a search box."""
    return render(request, "prcouncil_ui/errors/404.html", status=404)


def gone(request: HttpRequest, notice: str = "") -> HttpResponse:
    """410, for what was public and is withdrawn; `notice` says what, in a sentence."""
    words = notice or _("What stood at this address has been withdrawn.")
    return render(request, "prcouncil_ui/errors/410.html", {"notice": words}, status=410)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "prcouncil_ui/errors/403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or too old; says what to do."""
    return render(request, "prcouncil_ui/errors/403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Asks nothing of database, cache or session, any of which may be what failed; the
    language is read from the address alone."""
    code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(code):
        context: dict[str, Any] = {"language": page_language(None), "home": _home(code)}
        return HttpResponse(render_to_string("prcouncil_ui/errors/500.html", context), status=500)


def _home(code: str) -> str:
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
