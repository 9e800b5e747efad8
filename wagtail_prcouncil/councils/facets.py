"""What features beside us ask of councils: how they are called, and whose agencies sit there."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Locale

from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.pages.facets import Councils
from wagtail_prcouncil.pages.originals import default_language
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.ui.keeping import Parts


def names(locale_id: int) -> dict[int, str]:
    """Titles of the readable councils of a language, by the ids of their originals. Known for a
    minute, and asked at once when other parts of the site become private."""
    known = Parts("prcouncil_councils.names", (locale_id, private_paths()))
    found: dict[int, str] = known.part("names", lambda: _names(locale_id))
    return found


def _names(locale_id: int) -> dict[int, str]:
    """Where an original is kept from readers, so is who sits there. In the default language
    councils that have no page in it are called as their original is: the page may have been
    deleted, and news of the agencies that sit there are found by it still."""
    # SQLite would else begin with all pages of the site, of which councils are few.
    councils = CouncilPage.objects.filter(pk__in=CouncilPage.objects.order_by().values("pk"))
    pages = CouncilPage.objects.readable(locale_id).without_aliases().order_by()
    own = pages.filter(translation_key=OuterRef("translation_key")).values("title")[:1]
    is_default = Exists(Locale.objects.filter(pk=locale_id, language_code=default_language()))
    originals = councils.readable().originals().order_by().annotate(own=Subquery(own))
    rows = originals.filter(Q(own__isnull=False) | Q(is_default)).values_list("pk", "own", "title")
    named = ((key, own or title) for key, own, title in rows)
    return dict(sorted(named, key=lambda row: (sort_key(row[1]), row[0])))


def agencies_in(council_ids: Collection[int]) -> dict[int, set[int]]:
    """By council."""
    seats = Seat.objects.filter(council__in=council_ids)
    stays = Appointment.objects.filter(seat__council__in=council_ids)
    return _gathered(_pairs(seats, stays))


def councils_of(agency_ids: Collection[int]) -> dict[int, set[int]]:
    """By agency."""
    seats = Seat.objects.readable().filter(agency__in=agency_ids)
    stays = Appointment.objects.readable().filter(agency__in=agency_ids)
    return _gathered((agency, council) for council, agency in _pairs(seats, stays))


def _pairs(seats: Any, stays: Any) -> QuerySet[Any, tuple[int, int]]:
    """(council, agency), each once: of seats that there are today, and of those on whose behalf
    somebody sits in one. One query."""
    day = today()
    there = seats.on(day).exclude(agency=None).order_by()
    sitting = stays.on(day).exclude(agency=None).order_by()
    still = sitting.filter(seat__in=Seat.objects.on(day).values("pk"))
    pairs = there.values_list("council", "agency").union(
        still.values_list("seat__council", "agency")
    )
    return pairs.order_by()


def _gathered(pairs: Any) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for key, other in pairs:
        found[key].add(other)
    return dict(found)


COUNCILS = Councils(names, agencies_in, councils_of)
"""Registered in wagtail_hooks.py."""
