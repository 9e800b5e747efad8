"""Which parts of the page tree are private: asked once for each public request.

A public page is put together from several lists (news, sections, menu, other languages), and
each must leave private pages out. Wagtail asks the database for each list; here the first
answer holds until the reader's GET is answered. Outside of a request, and in requests that may
change the answer, it is asked anew each time.
"""

from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

HOOK = "register_prcouncil_withheld_paths"
"""A feature that keeps pages from readers for a time (an embargo) returns a queryset of one column,
their tree paths."""

_request = Local()


def connect() -> None:
    request_started.connect(_begin, dispatch_uid="prcouncil_privacy_begin")
    request_finished.connect(_end, dispatch_uid="prcouncil_privacy_end")


def private_paths() -> list[str]:
    """Tree paths of the pages that carry a restriction or are withheld; all below them is private
    too. One query."""
    known: list[str] | None = getattr(_request, "paths", None)
    if known is None:
        # Not by a join, which SQLite may enter from the side of all pages.
        keys = PageViewRestriction.objects.order_by().values("page")
        restricted = Page.objects.filter(pk__in=keys).order_by().values_list("path", flat=True)
        withheld = [paths() for paths in hooks.get_hooks(HOOK)]
        # All, twice or not: to tell them apart, it would read the paths of all pages in order.
        known = list(restricted.union(*withheld, all=True) if withheld else restricted)
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
