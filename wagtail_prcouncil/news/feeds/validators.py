"""By what a reader's last visit is told from now: an ETag and a time.

They are kept for a minute with the newest publication of all that they were made under. While it is
the newest, "nothing new" costs one small query. A 304 tells no words, so what changes otherwise
(an embargo ends, a page becomes private) may be told a minute late.
"""

import datetime as dt
from hashlib import blake2b
from typing import NamedTuple

from django.core.cache import cache
from django.http import HttpRequest

from wagtail_prcouncil import __version__, conf
from wagtail_prcouncil.news.models import Publication

KEPT_FOR = 60  # seconds
LONGEST_QUERY = 200  # characters; what is longer is hardly asked twice


class Validators(NamedTuple):
    """`modified` is in seconds since 1970; None for an empty feed."""

    etag: str
    modified: int | None


def kept(request: HttpRequest) -> Validators | None:
    """Those of the same address a moment ago, while no news has been published or withdrawn
    since. Asked for readers only who were here before."""
    if not {"If-None-Match", "If-Modified-Since"} & set(request.headers):
        return None
    found: tuple[dt.datetime, Validators] | None = cache.get(_name(request))
    if found is None:
        return None
    newest = Publication.objects.order_by("-at").values_list("at", flat=True).first()
    return found[1] if found[0] == newest else None


def keep(request: HttpRequest, validators: Validators, newest: dt.datetime | None) -> None:
    if newest is not None and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY:
        cache.set(_name(request), (newest, validators), KEPT_FOR)


def _name(request: HttpRequest) -> str:
    """Of the address, and of the settings that an answer depends on."""
    chosen = conf.websub_hub(), conf.feed_size(), conf.feed_whole_text(), conf.feed_authority()
    made_of = (__version__, request.build_absolute_uri(), *chosen)
    return f"prcouncil_news.feed.{blake2b(repr(made_of).encode(), digest_size=16).hexdigest()}"
