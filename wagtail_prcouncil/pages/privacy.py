"""Which parts of the page tree are private: asked once for each public request.

A public page is put together from several lists (news, sections, menu, other languages), and
each must leave private pages out. Wagtail asks the database for each list; here the first
answer holds until the reader's GET is answered. Outside of a request, and in requests that may
change the answer, it is asked anew each time.
"""

from functools import cache
from typing import Any, NamedTuple

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

HOOK = "register_prcouncil_withheld_pages"
"""A feature that keeps pages from readers for a time (an embargo) returns a queryset of them."""

_request = Local()


def connect() -> None:
    request_started.connect(_begin, dispatch_uid="prcouncil_privacy_begin")
    request_finished.connect(_end, dispatch_uid="prcouncil_privacy_end")


class Private(NamedTuple):
    """Tree paths of the pages that carry a restriction or are withheld, and of aliases of the
    former, which Wagtail keeps as private wherever they stand. `branches` have pages below them,
    which are private too; `leaves` have none."""

    branches: list[str]
    leaves: list[str]


def private_paths() -> list[str]:
    """All of them. One query."""
    private = private_pages()
    return [*private.branches, *private.leaves]


def is_readable(page: Page) -> bool:
    """Whether an anonymous reader may see a page of any type, as `.readable()` has it."""
    return page.live and not any(page.path.startswith(path) for path in private_paths())


def private_pages() -> Private:
    """One query."""
    known: Private | None = getattr(_request, "private", None)
    if known is None:
        known = _read()
        if getattr(_request, "is_reading", False):
            _request.private = known
    return known


def _read() -> Private:
    others = [
        withheld().order_by().values_list("path", "numchild") for withheld in hooks.get_hooks(HOOK)
    ]
    first, mirrors = _restricted()
    # All, twice or not: to tell them apart, it would read the paths of all pages in order.
    rows = list(first.union(mirrors, *others, all=True))
    return Private(
        [path for path, below in rows if below], [path for path, below in rows if not below]
    )


@cache
def _restricted() -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
    """The pages that carry a restriction, and their aliases."""
    # Not by a join, which SQLite may enter from the side of all pages.
    keys = PageViewRestriction.objects.order_by().values("page")
    pages = Page.objects.order_by().values_list("path", "numchild")
    # Nearly all pages are no alias, which SQLite takes for one value that nearly all pages have.
    aliases = pages.filter(alias_of__gt=0)
    return pages.filter(pk__in=keys), aliases.filter(alias_of__in=keys)


def _begin(environ: dict[str, Any] | None = None, **kwargs: Any) -> None:
    asked = environ or kwargs.get("scope") or {}
    _request.private = None
    _request.is_reading = asked.get("REQUEST_METHOD", asked.get("method")) in ("GET", "HEAD")


def _end(**kwargs: Any) -> None:
    _request.private = None
    _request.is_reading = False
