"""The public HTTP side of feeds: plain addresses, so that "nothing new" costs next to nothing."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from wagtail.models import Site

from wagtail_prcouncil import conf
from wagtail_prcouncil.news.feeds import validators
from wagtail_prcouncil.news.feeds.channels import Channel
from wagtail_prcouncil.news.feeds.json_feed import json_feed
from wagtail_prcouncil.news.feeds.rss_atom import atom, rss
from wagtail_prcouncil.news.feeds.validators import Validators
from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.pages.methods import reads_only

KEPT_FOR = 60  # seconds that a cache may hold a feed before it asks again


class Format(NamedTuple):
    """How a channel is written, and what readers are told it is."""

    content_type: str
    write: Callable[[Channel], str]


FORMATS: dict[str, Format] = {
    "rss": Format("application/rss+xml", rss),
    "atom": Format("application/atom+xml", atom),
    "json": Format("application/feed+json", json_feed),
}
"""By the ending of the address, in the order in which pages name them."""


@reads_only
def feed(request: HttpRequest, ending: str) -> HttpResponse:
    """The news that the query asks for as a feed; 304 where nothing is new since the reader's last
    visit."""
    known = validators.kept(request)
    if known and (unchanged := _unchanged(request, known)):
        return _stamped(unchanged, known)
    site, locale = Site.find_for_request(request), active_locale(request)
    if site is None or locale is None:
        raise Http404("There is no site here.")
    channel = Channel(request, site, locale)
    now = channel.validators
    if channel.is_understood:
        validators.keep(request, now, channel.newest)
    response = _unchanged(request, now) or _written(channel, FORMATS[ending])
    return _stamped(response, now)


def _unchanged(request: HttpRequest, now: Validators) -> HttpResponse | None:
    return get_conditional_response(request, etag=now.etag, last_modified=now.modified)


def _written(channel: Channel, kind: Format) -> HttpResponse:
    response = HttpResponse(kind.write(channel), f"{kind.content_type}; charset=utf-8")
    if hub := conf.websub_hub():
        response["Link"] = f'<{hub}>; rel="hub", <{channel.url}>; rel="self"'
    return response


def _stamped(response: HttpResponse, now: Validators) -> HttpResponse:
    response["ETag"] = now.etag
    if now.modified is not None:
        response["Last-Modified"] = http_date(now.modified)
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response
