"""Which parts of the page tree are private: asked once for each public request.

A public page is put together from several lists (news, sections, menu, other languages), and
each must leave private pages out. Wagtail asks the database for each list; here the first
answer holds until the reader's GET is answered. Outside of a request, and in requests that may
change the answer, it is asked anew each time.
"""

from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from wagtail.models import PageViewRestriction

_request = Local()


def connect() -> None:
    request_started.connect(_begin, dispatch_uid="prcouncil_privacy_begin")
    request_finished.connect(_end, dispatch_uid="prcouncil_privacy_end")


def private_paths() -> list[str]:
    """Tree paths of the pages that carry a restriction; all below them is private too."""
    known: list[str] | None = getattr(_request, "paths", None)
    if known is None:
        known = list(PageViewRestriction.objects.values_list("page__path", flat=True))
        if getattr(_request, "is_reading", False):
            _request.paths = known
    return known


def _begin(environ: dict[str, Any] | None = None, **kwargs: Any) -> None:
    asked = environ or kwargs.get("scope") or {}
    _request.paths = None
    _request.is_reading = asked.get("REQUEST_METHOD", asked.get("method")) in ("GET", "HEAD")


def _end(**kwargs: Any) -> None:
    _request.paths = None
    _request.is_reading = False
