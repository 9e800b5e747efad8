"""Whose news a list beside a page shows: of a section, an agency, a province, the agencies that sit
in a council, or all there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.public.sites import news_in
from wagtail_prcouncil.pages.facets import agencies_in

LOOKED_THROUGH = 60


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One language, and what narrows it; ids left out narrow nothing. `section_id` is that of an
    original, as news are filed, and does not include the sections below; who sits in the council
    of `council_id` today is asked in a query of its own, unless `seated` says it."""

    locale_id: int
    section_id: int | None = None
    agency_id: int | None = None
    province_id: int | None = None
    council_id: int | None = None
    seated: frozenset[int] | None = None

    def news(self, *, newest: int | None = None) -> NewsQuerySet:
        """Readable, each item once, and none that was retracted: what a page may recommend.

        Without a bound in time, which whoever lists them sets (`NewsQuerySet.published`). Whoever
        shows the `newest` so many alone says so: then older ones may be left out."""
        found = news_in(self.locale_id).recommended()
        if self.section_id is not None:
            found = found.in_sections([self.section_id])
        if self.agency_id is not None:
            found = found.for_agency(self.agency_id)
        if self.province_id is not None:
            found = found.for_province(self.province_id)
        if self.council_id is not None:
            known = agencies_in([self.council_id]) if self.seated is None else {}
            seated = known.get(self.council_id, set()) if self.seated is None else self.seated
            found = found.for_agencies(seated)
            if newest is not None:
                found = found.since_busiest(seated, newest)
        return found

    def latest_elsewhere(self, size: int, section_ids: Sequence[int]) -> tuple[int, ...]:
        """Keys of the newest outside of some sections, among the last `LOOKED_THROUGH`: where
        hardly anything is, the search for it ends there. One query."""
        last = self.news().newest_first().values("pk")[:LOOKED_THROUGH]
        elsewhere = models.NewsPage.objects.filter(pk__in=last).exclude(section_id__in=section_ids)
        return tuple(elsewhere.newest_first().values_list("pk", flat=True)[:size])
