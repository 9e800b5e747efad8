"""Entries are made once for each publication of their item, and kept until the next one.

Which items a feed has is asked with every request, so what is withdrawn is gone at once. Addresses
and names are part of the key; what stays away for a while is the new name of a section's
translation, or of a place in the text.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Site

from wagtail_prcouncil import __version__, conf
from wagtail_prcouncil.news.feeds.entries import Entry, Key
from wagtail_prcouncil.news.feeds.writing import written
from wagtail_prcouncil.news.models import NewsPage, Publication

KEPT_FOR = 600  # seconds


def entries_of(keys: Sequence[Key], site: Site, request: HttpRequest) -> list[Entry]:
    """In the order of `keys`. No query for those that are kept. While DEBUG is on none is:
    templates change."""
    names = {key.pk: _name(key, site) for key in keys}
    found: dict[str, Entry] = {} if settings.DEBUG else cache.get_many(names.values())
    missing = [pk for pk, name in names.items() if name not in found]
    if missing:
        made = {names[pk]: entry for pk, entry in _made(missing, site, request)}
        cache.set_many(made, KEPT_FOR)
        found |= made
    return [found[name] for name in names.values() if name in found]


def _name(key: Key, site: Site) -> str:
    """Of the item as published, and of all else that its entry is made of."""
    made_of = (tuple(key), site.root_url, conf.feed_whole_text(), conf.feed_authority())
    digest = blake2b(repr((__version__, *made_of)).encode(), digest_size=16).hexdigest()
    return f"prcouncil_news.entry.{digest}"


def _made(pks: Sequence[int], site: Site, request: HttpRequest) -> Iterator[tuple[int, Entry]]:
    """Three queries for all of them, and what the pictures of each cost."""
    notes: dict[int, list[Publication]] = {pk: [] for pk in pks}
    for publication in Publication.objects.told().filter(page_id__in=pks).order_by("at", "pk"):
        notes[cast("int", publication.page_id)].append(publication)
    for page in NewsPage.objects.filter(pk__in=pks).whole().prefetch_related("tags").order_by():
        yield page.pk, written(page, notes[page.pk], site, request)
