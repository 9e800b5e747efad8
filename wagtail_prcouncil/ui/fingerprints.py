"""The name under which the HTML of a list is kept: it changes with all that the list shows.

Rendering twenty teasers takes longer than reading them. What was read is therefore asked whether it
is what the kept HTML was made of: a change counts with the next request, in every process, and
nothing has to be told of it, be it an editor's, an importer's or one made by SQL.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site


def fingerprint(stories: Iterable[Page], language: str, request: HttpRequest) -> str:
    """A digest of the stories as read: their rows, their pictures and the files of these.

    Of the address asked for it holds what teasers depend on: languages, and where sites are
    served. Not in it is what a site's own teaser may read besides; the list's template bounds
    how long that may lag behind.
    """
    site = Site.find_for_request(request)
    place = (language, get_language(), site and site.pk, Site.get_site_root_paths())
    shown = [list(_read(story)) for story in stories]
    return blake2b(repr((place, shown)).encode(), digest_size=16).hexdigest()


def _read(story: Page) -> Iterator[list[object]]:
    """Columns of the story and, where there is one, of its picture and of its prefetched files."""
    yield _columns(story)
    picture = getattr(story, "hero_image", None)
    if picture is not None:
        yield _columns(picture)
        yield from map(_columns, getattr(picture, "prefetched_renditions", ()))


def _columns(row: Model) -> list[object]:
    """The values that were read of a row; a deferred column is not among them."""
    known = row.__dict__
    return [known.get(field.attname) for field in row._meta.concrete_fields]
