"""Lists of teasers, kept as HTML under a digest of all that they show.

Rendering twenty teasers takes longer than reading them. So they are read with every request, and
rendered when what was read is not what the kept HTML was made of. A change therefore counts with
the next request and in every process, and nothing needs to be told of it: be it an editor's, an
importer's or one made in SQL.
"""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page, Site

KEPT_FOR = 60  # seconds; bounds how long a site's own teaser may be behind in what is not digested


def kept(
    name: str,
    pages: Iterable[Page],
    language: str,
    request: HttpRequest,
    render: Callable[[], SafeString],
) -> SafeString:
    """What `render` makes of `pages` for the list `name`, on a page in `language`.

    Rendered anew in previews, and while DEBUG is on, when templates change under it.
    """
    if settings.DEBUG or getattr(request, "is_preview", False):
        return render()
    key = f"prcouncil_ui.{name}.{digest(pages, language, request)}"
    html: SafeString | None = cache.get(key)
    if html is None:
        html = render()
        cache.set(key, html, KEPT_FOR)
    return html


def digest(pages: Iterable[Page], language: str, request: HttpRequest) -> str:
    """Of the pages as read, with what was joined to them (a picture, an agency) and the files of
    pictures; of the languages of page and address; of where the sites are served, which full
    addresses are made of."""
    site = Site.find_for_request(request)
    place = (language, get_language(), site and site.pk, Site.get_site_root_paths())
    read = [list(_rows(item)) for item in pages]
    return blake2b(repr((place, read)).encode(), digest_size=16).hexdigest()


def _rows(item: Page) -> Iterator[list[object]]:
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
