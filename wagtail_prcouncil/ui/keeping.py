"""Lists of teasers and parts of the frame, kept as HTML under a digest of all that they show.

Rendering twenty teasers takes longer than reading them. So they are read with every request, and
rendered when what was read is not what the kept HTML was made of. A change therefore counts with
the next request and in every process, and nothing needs to be told of it: be it an editor's, an
importer's or one made in SQL.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Site

from wagtail_prcouncil.ui.rows import PageRows

KEPT_FOR = 60  # seconds; bounds how long a site's own teaser may be behind in what is not digested

Part = TypeVar("Part")


def may_keep(request: HttpRequest) -> bool:
    """Not in previews, and not while DEBUG is on, when templates change under what is kept."""
    return not (settings.DEBUG or getattr(request, "is_preview", False))


def kept(
    name: str,
    pages: Iterable[Model],
    language: str,
    request: HttpRequest,
    render: Callable[[], SafeString],
    *,
    besides: object = None,
) -> SafeString:
    """What `render` makes of `pages` for the list `name`, on a page in `language`; of `besides`
    too, a plain value."""
    if not may_keep(request):
        return render()
    key = f"prcouncil_ui.{name}.{digest(pages, language, request, besides)}"
    html: SafeString | None = cache.get(key)
    if html is None:
        html = render()
        cache.set(key, html, KEPT_FOR)
    return html


class Parts:
    """HTML and plain values that are made of one state of things, kept in one entry.

    `state` is all that any of them depends on, None where nothing may be kept. The entry grows
    with each part that is asked for, and is read when the first one is.
    """

    def __init__(self, name: str, state: object | None) -> None:
        self._key = state and f"prcouncil_ui.{name}.{digest_of(state)}"
        known: tuple[float, dict[str, Any]] | None = cache.get(self._key) if self._key else None
        self._began, self._made = known or (time.time(), {})

    def part(self, name: str, make: Callable[[], Part]) -> Part:
        """What `make` returns, or has returned for the same state within the last minute."""
        if name not in self._made:
            self._made[name] = make()
            left = KEPT_FOR - (time.time() - self._began)
            if self._key and left > 0:
                cache.set(self._key, (self._began, self._made), left)
        made: Part = self._made[name]
        return made


def digest_of(state: object) -> str:
    """Of plain values, by how Python writes them."""
    return blake2b(repr(state).encode(), digest_size=16).hexdigest()


def digest(
    pages: Iterable[Model], language: str, request: HttpRequest, besides: object = None
) -> str:
    """Of the pages as read, with what was joined to them (a picture, an agency) and the files of
    pictures; of the languages of page and address; of where the sites are served, which full
    addresses are made of."""
    place = place_of(language, request)
    read = pages.read if isinstance(pages, PageRows) else [list(_rows(item)) for item in pages]
    return digest_of((place, read, besides))


def place_of(language: str, request: HttpRequest) -> tuple[object, ...]:
    """What links and words depend on besides the rows."""
    site = Site.find_for_request(request)
    return language, get_language(), site and site.pk, Site.get_site_root_paths()


def _rows(item: Model) -> Iterator[list[object]]:
    """The item's row, those joined to it and those of a picture's prefetched files."""
    yield _columns(item)
    for _name, joined in sorted(item._state.fields_cache.items()):
        if isinstance(joined, Model):
            yield _columns(joined)
            yield from map(_columns, getattr(joined, "prefetched_renditions", ()))


def _columns(row: Model) -> list[object]:
    """Values of the columns that were read; None for those left in the database."""
    values = row.__dict__
    return [values.get(field.attname) for field in row._meta.concrete_fields]
