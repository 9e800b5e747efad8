"""The news sitemap of a site in one language, as Google News asks for it.

https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap: what came out in
the last two days, at most 1,000 items, under the dates at which they first came out. An empty one
is fine. Every language has its own, at its own prefix.
"""

import datetime as dt
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple
from xml.sax.saxutils import escape

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from wagtail.models import Page, Site

from wagtail_prcouncil.news.feeds.writing import clean
from wagtail_prcouncil.news.models import NewsQuerySet, Publication
from wagtail_prcouncil.news.public.sites import news_of_site
from wagtail_prcouncil.news.slugs import path_below_index
from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.ui.dates import machine_readable
from wagtail_prcouncil.ui.face import face_of

SPAN = dt.timedelta(days=2)
MOST = 1000
KEPT_FOR = 60  # seconds, here and in caches in front of the site

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)
ENTRY = (
    "<url><loc>{url}</loc><news:news><news:publication><news:name>{name}</news:name>"
    "<news:language>{language}</news:language></news:publication>"
    "<news:publication_date>{date}</news:publication_date>"
    "<news:title>{title}</news:title></news:news></url>\n"
)


class Listed(NamedTuple):
    """An item as far as the sitemap tells of it."""

    path: str
    code: int
    slug: str
    title: str
    published_at: dt.datetime


@reads_only
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """Readable items that do not stand retracted, newest first; written once a minute, and anew
    when any news is published or withdrawn or a page becomes private."""
    name = _name(request)
    body: str | None = cache.get(name)
    if body is None:
        body = _written(request)
        cache.set(name, body, KEPT_FOR)
    etag = f'"{blake2b(body.encode(), digest_size=12).hexdigest()}"'
    response = HttpResponse(body, "application/xml; charset=utf-8", headers={"ETag": etag})
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response


def _name(request: HttpRequest) -> str:
    """Two queries: what may have changed since it was last written."""
    newest = Publication.objects.order_by("-at").values_list("at", flat=True).first()
    made_of = request.build_absolute_uri("?"), newest, sorted(private_paths())
    return f"prcouncil_news.sitemap.{blake2b(repr(made_of).encode(), digest_size=16).hexdigest()}"


def _written(request: HttpRequest) -> str:
    """Of plain rows: a thousand pages of Wagtail would cost more than all the rest."""
    site, locale = Site.find_for_request(request), active_locale(request)
    if site is None or locale is None:
        raise Http404("There is no site here.")
    rows = _rows(news_of_site(site, locale))
    name = escape(clean(face_of(None, request).site_name))
    language = locale.language_code.partition("-")[0]
    return "".join([HEAD, *_entries(rows, request, name, language), "</urlset>\n"])


def _rows(news: NewsQuerySet) -> list[Listed]:
    recent = news.filter(published_at__gte=timezone.now() - SPAN, retracted_at=None)
    rows = recent.exclude(code=None).order_by("-published_at", "-pk")
    return [Listed(*row) for row in rows.values_list(*Listed._fields)[:MOST]]


def _entries(rows: list[Listed], request: HttpRequest, name: str, language: str) -> Iterator[str]:
    above = {row.path[: -Page.steplen] for row in rows}
    indexes = Page.objects.filter(path__in=above).order_by("path") if above else []
    addresses = {index.path: index.specific_deferred.get_full_url(request) for index in indexes}
    for row in rows:
        address = addresses.get(row.path[: -Page.steplen])
        if not address:  # a page type may have none
            continue
        yield ENTRY.format(
            url=escape(address + path_below_index(row.code, row.slug)),
            name=name,
            language=language,
            date=machine_readable(row.published_at),
            title=escape(clean(row.title)),
        )
