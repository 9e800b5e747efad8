"""What the public search page shows of a site's pages, in bounded work however common a word is."""

from typing import NamedTuple

from django.db.models import F, Q, QuerySet
from modelsearch.backends.base import BaseSearchResults
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.search.folding import words
from wagtail_prcouncil.search.matching import FoldingResults
from wagtail_prcouncil.search.widening import LONGEST_QUERY

MOST_RESULTS = 1000


class Found(NamedTuple):
    """Some of the pages found, and how many there are; `total` is None above `MOST_RESULTS`,
    where nobody counts and paging ends.
    """

    pages: list[Page]
    total: int | None
    reachable: int


def find_pages(
    query: str, *, locale: Locale | None, limit: int, offset: int = 0, site: Site | None = None
) -> Found:
    """Readable pages of one language that hold every word, as specific pages.

    Those with the words in their title come first, and within both groups the latest published:
    readers of news look for the recent. Of a word in more than `MOST_RESULTS` pages, those that
    were indexed last are taken, so that the work does not grow with the site.
    """
    query = query[:LONGEST_QUERY]
    if not words(query):
        return Found([], 0, 0)
    readable = _readable(locale, site)
    anywhere = _newest_keys(readable.search(query))
    in_title = set(_newest_keys(readable.search(query, fields=["title"])))
    order = _by_title_and_age(in_title.union(anywhere), in_title)[:MOST_RESULTS]
    total = None if len(anywhere) > MOST_RESULTS else len(order)
    return Found(_pages(order[offset : offset + limit]), total, len(order))


def _readable(locale: Locale | None, site: Site | None) -> QuerySet[Page]:
    readable = ReadableQuerySet(Page).readable(locale)
    if site is None:
        return readable.filter(depth__gt=1)
    # A language's tree stands beside that of the site's root page, not below it.
    below = Q(pk__in=[])
    for root in site.root_page.get_translations(inclusive=True).filter(locale=locale):
        below |= Q(path__startswith=root.path)
    return readable.filter(below)


def _newest_keys(results: BaseSearchResults) -> list[int]:
    limit = MOST_RESULTS + 1
    if isinstance(results, FoldingResults):
        return [int(key) for key in results.newest_keys(limit)]
    return [page.pk for page in results[:limit]]  # a site may search with another backend


def _by_title_and_age(keys: set[int], in_title: set[int]) -> list[int]:
    latest = F("first_published_at").desc(nulls_last=True)
    aged = (
        Page.objects.filter(pk__in=keys, alias_of=None)
        .order_by(latest, "-pk")
        .values_list("pk", flat=True)
    )
    return sorted(aged, key=lambda key: key not in in_title)


def _pages(keys: list[int]) -> list[Page]:
    found = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    return [found[key] for key in keys if key in found]
