"""Private files are read out to whoever may have them. Whoever may not, learns nothing: neither
that there is one nor that he is to log in."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from wagtail_prcouncil.meetings.papers import Paper, paper
from wagtail_prcouncil.uploads.handing_out import handed_out


@require_safe
def download(request: HttpRequest, kind: str, key: str) -> FileResponse:
    """The file under its own name, to be stored and not shown. Raises Http404."""
    found = paper(kind, int(key))
    if found is None or not (found.is_public or _is_for_whoever_asks(request, found)):
        raise Http404("No such paper, or none for you.")
    return handed_out(found.file, is_public=found.is_public)


def _is_for_whoever_asks(request: HttpRequest, found: Paper) -> bool:
    """An anonymous reader's session is not looked at: the answer would vary by cookie (A19)."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_authenticated and found.is_for(request.user)
