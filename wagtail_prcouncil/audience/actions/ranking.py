"""The most read lists, computed by the clock so that a page reads them in one query."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from wagtail_prcouncil.audience.counting.hours import hour_of
from wagtail_prcouncil.audience.models import MostRead, ViewCount
from wagtail_prcouncil.audience.states import LENGTHS, About, Period, Scope
from wagtail_prcouncil.pages.facets import councils_of

PLACES = 20  # kept of each list; fewer are shown, and some may have gone by then
AT_ONCE = 5000  # keys asked for together


def rank_most_read(period: Period, *, now: dt.datetime | None = None) -> int:
    """Make the lists of a period anew; how many places. Readers see the old ones or the new ones,
    never half of each."""
    since = hour_of((now or timezone.now()) - LENGTHS[period])
    columns = ("page_id", "site_id", "locale_id", "section_id", "agency_id", "province_id")
    found = ViewCount.objects.since(since).added_up_by(*columns).values_list(*columns, "views")
    lists = _lists(found)
    there = _still_there(lists)
    places = [
        MostRead(**about._asdict(), period=period, rank=rank, page_id=page_id, views=views)
        for about, pages in lists.items()
        for rank, (page_id, views) in enumerate(_first(pages, there), start=1)
    ]
    with transaction.atomic():
        MostRead.objects.filter(period=period).delete()
        MostRead.objects.bulk_create(places, batch_size=1000)
    return len(places)


def _lists(found: Iterable[tuple[int, ...]]) -> dict[About, dict[int, int]]:
    """Views by page, for each list that the page belongs to. An item that was filed elsewhere in
    the meantime has rows of both, which add up for the whole site. An item is in the lists of the
    councils in which its agency sits today."""
    rows = list(found)
    above = _sections_above({row[3] for row in rows if row[3]})
    seated = councils_of({row[4] for row in rows if row[4]})
    lists: dict[About, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for page_id, site_id, locale_id, section_id, agency_id, province_id, views in rows:
        sections, councils = above.get(section_id, ()), seated.get(agency_id, ())
        for scope, about_id in _subjects(sections, agency_id, province_id, councils):
            lists[About(site_id, locale_id, scope, about_id)][page_id] += views
    return lists


def _subjects(
    sections: Iterable[int],
    agency_id: int | None,
    province_id: int | None,
    councils: Iterable[int],
) -> Iterator[tuple[Scope, int]]:
    yield Scope.SITE, 0
    for section_id in sections:
        yield Scope.SECTION, section_id
    if agency_id:
        yield Scope.AGENCY, agency_id
    if province_id:
        yield Scope.PROVINCE, province_id
    for council_id in councils:
        yield Scope.COUNCIL, council_id


def _sections_above(section_ids: set[int]) -> dict[int | None, list[int]]:
    """Each section with itself and those that hold it: a section is a page, and what is read below
    it is read in it."""
    read = list(
        Page.objects.filter(pk__in=section_ids).values_list("pk", "path", "content_type_id")
    )
    step = Page.steplen
    ways = {path[:end] for _pk, path, _kind in read for end in range(step, len(path) + 1, step)}
    kinds = {kind for _pk, _path, kind in read}
    holding = Page.objects.filter(path__in=ways, content_type_id__in=kinds)
    above = dict(holding.order_by().values_list("path", "pk"))
    return {
        pk: [holder for place, holder in above.items() if path.startswith(place)]
        for pk, path, _kind in read
    }


def _still_there(lists: dict[About, dict[int, int]]) -> set[int]:
    """Pages that have not been deleted since they were read."""
    read = sorted({page_id for pages in lists.values() for page_id in pages})
    found: set[int] = set()
    for first in range(0, len(read), AT_ONCE):
        some = Page.objects.filter(pk__in=read[first : first + AT_ONCE])
        found.update(some.order_by().values_list("pk", flat=True))
    return found


def _first(pages: dict[int, int], there: set[int]) -> list[tuple[int, int]]:
    """The most read of a list. Of two that were read as often, the newer comes first."""
    read = [(views, page_id) for page_id, views in pages.items() if page_id in there]
    return [(page_id, views) for views, page_id in nlargest(PLACES, read)]
