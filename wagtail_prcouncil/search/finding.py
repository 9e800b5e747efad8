"""What the public search page shows of a site's pages, in bounded work however common a word is."""

from typing import NamedTuple

from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.search.folding import words
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
    query: str, *, locale: Locale, limit: int, offset: int = 0, site: Site | None = None
) -> Found:
    """Readable pages of one language that hold every word, as specific pages.

    Those with the words in their title come first, and within both groups the latest published:
    readers of news look for the recent, and an order by age costs nothing to cut short.
    """
    query = query[:LONGEST_QUERY]
    if not words(query):
        return Found([], 0, 0)
    readable = _readable(locale, site)
    anywhere = _latest(readable, query)
    is_capped = len(anywhere) > MOST_RESULTS
    in_title = _latest(readable, query, fields=["title"])
    order = list(dict.fromkeys(in_title + anywhere))[:MOST_RESULTS]
    return Found(
        _pages(order[offset : offset + limit]), None if is_capped else len(order), len(order)
    )


def _readable(locale: Locale, site: Site | None) -> QuerySet[Page]:
    readable = ReadableQuerySet(Page).readable(locale)
    if site is None:
        return readable.filter(depth__gt=1)
    # A language's tree stands beside that of the site's root page, not below it.
    roots = site.root_page.get_translations(inclusive=True).filter(locale=locale)
    below = Q(pk__in=[])
    for root in roots:
        below |= Q(path__startswith=root.path)
    return readable.filter(below)


def _latest(readable: QuerySet[Page], query: str, *, fields: list[str] | None = None) -> list[int]:
    results = readable.search(query, fields=fields, order_by="-first_published_at")
    found = results[: MOST_RESULTS + 1].get_queryset()
    return list(found.values_list("pk", flat=True))


def _pages(keys: list[int]) -> list[Page]:
    found = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    return [found[key] for key in keys if key in found]
