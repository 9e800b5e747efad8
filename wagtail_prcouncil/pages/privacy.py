"""Which pages readers may see. Which parts of the tree are private is asked once for each public
request.

A public page is put together from several lists (news, sections, menu, other languages), and
each must leave private pages out. Wagtail asks the database for each list; here the first
answer holds until the reader's GET is answered. Outside of a request, and in requests that may
change the answer, it is asked anew each time.

Facts live on the original (rule A18): a translation is not public where its original is not. That
is asked of the pages at hand alone, in the query that reads them, however many a site has.
"""

from functools import cache
from typing import Any, NamedTuple

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import OuterRef, Q, QuerySet
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

HOOK = "register_prcouncil_withheld_pages"
"""A feature that keeps pages from readers for a time (an embargo) returns a queryset of them."""

FACTS_HOOK = "register_prcouncil_facts"
"""A feature whose pages tell in each language of the same facts returns the rows of these, a
queryset: `page` is the original that they hang on, `key` the translation key of its group."""

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
    """Whether an anonymous reader may see a page of any type, as `.readable()` has it. One query
    more for a page that tells of facts."""
    return is_open(page) and not _is_kept(page)


def is_open(page: Page) -> bool:
    """The same, whatever became of its original: the page itself is live and not private."""
    return page.live and not any(page.path.startswith(path) for path in private_paths())


def kept_with_original(kind: type[Page], link: str = "") -> Q:
    """As a condition on pages of a type, or on rows that lead to one by `link` ("meeting"): the
    facts that it tells of hang on another page, which readers may not see. Empty for a type that
    tells of none."""
    asked: Any = kind  # to mypy a class is not hashable
    kept, told = Q(), _facts_told_by(asked)
    if not told:
        return kept
    private = private_pages()
    lead = f"{link}__" if link else ""
    for rows in told:
        hidden = Q(page__live=False) | Q(page__path__in=private.leaves)
        for path in private.branches:
            hidden |= Q(page__path__startswith=path)
        others = rows.exclude(page=OuterRef(f"{lead}pk")).filter(hidden)
        # Searches take columns that are compared, and no EXISTS.
        keys = others.filter(key=OuterRef(f"{lead}translation_key")).values("key")
        kept |= Q(**{f"{lead}translation_key__in": keys})
    return kept


def tells_of_facts(kind: type[Page]) -> bool:
    """Whether pages of this type may be kept from readers with their originals; of `Page`, whether
    those of any type may."""
    asked: Any = kind
    return bool(_facts_told_by(asked))


def _is_kept(page: Page) -> bool:
    kind: Any = page.specific_class or type(page)
    kept = kept_with_original(kind)
    return bool(kept) and kind._base_manager.filter(kept, pk=page.pk).exists()


@cache
def _facts_told_by(kind: type[Page]) -> tuple[QuerySet[Any, Any], ...]:
    """The rows of facts of which pages of this type may tell: of `Page`, all of them."""
    found = []
    for register in hooks.get_hooks(FACTS_HOOK):
        rows = register().order_by()
        words = rows.model._meta.get_field("page").related_model
        if issubclass(kind, words) or issubclass(words, kind):
            found.append(rows)
    return tuple(found)


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
