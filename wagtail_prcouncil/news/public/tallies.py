"""How many of the news found lie where: what a reader may narrow them by next."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.section_tree import SectionTree
from wagtail_prcouncil.news.public.archive import Calendar
from wagtail_prcouncil.news.public.narrowing import MOST_FOUND, Narrowing
from wagtail_prcouncil.pages.facets import agencies_in
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.keeping import Parts

MOST_CHOICES = 8


class Choice(NamedTuple):
    """One way to narrow further; `query` asks for it beside what was asked for."""

    words: str
    number: int
    query: str


@dataclass(frozen=True)
class Tally:
    """The commonest agencies, say, among the news found."""

    label: Any
    choices: list[Choice]


class _Row(NamedTuple):
    pk: int
    section_id: int | None
    agency_id: int | None
    province_id: int | None
    published_at: dt.datetime


class Tallies:
    """Counted in the newest `MOST_FOUND` of the news found: the work ends there. At most three
    queries, and where there are councils one more, once a minute. `total` is None where there are
    more."""

    def __init__(
        self,
        narrowing: Narrowing,
        calendar: Calendar,
        sections: SectionTree,
        provinces: Sequence[Province],
    ) -> None:
        self.narrowing = narrowing
        self.calendar = calendar
        self.sections = sections
        self.provinces = provinces
        newest = narrowing.news().newest_first()
        columns = ("pk", "section_id", "agency_id", "province_id", "published_at")
        rows = [_Row(*row) for row in newest.values_list(*columns)[: MOST_FOUND + 1]]
        self._rows = rows[:MOST_FOUND]
        self.total = None if len(rows) > MOST_FOUND else len(rows)

    @property
    def language(self) -> str:
        return self.narrowing.locale.language_code

    @property
    def most(self) -> int:
        return MOST_FOUND

    def all(self) -> list[Tally]:
        """Those that would part the news found; what was chosen already parts nothing."""
        makers = {
            "section": (_("Section"), self._sections),
            "agency": (_("Agency"), self._agencies),
            "province": (_("Province"), self._provinces),
            "council": (_("Council"), self._councils),
            "tag": (_("Tag"), self._tags),
            "from": (_("Year"), self._years),
        }
        chosen = self.narrowing.chosen
        made = [
            Tally(label, list(make()))
            for name, (label, make) in makers.items()
            if name not in chosen and not (name == "from" and "to" in chosen)
        ]
        return [tally for tally in made if len(tally.choices) > 1]

    def _sections(self) -> Iterable[Choice]:
        counts = Counter(row.section_id for row in self._rows if row.section_id)
        titles = self.sections.titles(counts, self.language)
        for key, count in counts.most_common(MOST_CHOICES):
            if key in titles:
                yield self._choice(titles[key], count, section=key)

    def _agencies(self) -> Iterable[Choice]:
        counts = Counter(row.agency_id for row in self._rows if row.agency_id)
        common = counts.most_common(MOST_CHOICES)
        rows = Agency.objects.in_bulk([key for key, _count in common]) if common else {}
        for key, count in common:
            yield self._choice(rows[key].name_in(self.language), count, agency=rows[key])

    def _provinces(self) -> Iterable[Choice]:
        counts = Counter(row.province_id for row in self._rows if row.province_id)
        rows = {province.pk: province for province in self.provinces}
        for key, count in counts.most_common(MOST_CHOICES):
            yield self._choice(rows[key].name_in(self.language), count, province=rows[key])

    def _councils(self) -> Iterable[Choice]:
        """News of the agencies that sit there: an item may count for several. Who sits there is
        asked once a minute."""
        by_agency = Counter(row.agency_id for row in self._rows if row.agency_id)
        councils = self.narrowing.form.councils if by_agency else {}
        known = Parts("prcouncil_news.seated", sorted(councils) or None)
        seated = known.part("agencies", lambda: agencies_in(councils))
        counts = Counter(
            {key: sum(by_agency[agency] for agency in there) for key, there in seated.items()}
        )
        for key, count in (+counts).most_common(MOST_CHOICES):
            yield self._choice(councils[key], count, council=key)

    def _tags(self) -> Iterable[Choice]:
        found = models.NewsTag.objects.filter(content_object__in=[row.pk for row in self._rows])
        counted = found.values_list("tag__name", "tag__slug").annotate(n=Count("pk"))
        for name, slug, count in counted.order_by("-n", "tag__slug")[:MOST_CHOICES]:
            yield self._choice(name, count, tag=slug)

    def _years(self) -> Iterable[Choice]:
        """The newest first. The rows stand in order of time: each year is a stretch of them."""
        rest = [row.published_at for row in self._rows]
        while rest:
            year, _month = self.calendar.month_of(rest[0])
            start, end = self.calendar.span(year)
            older = [moment for moment in rest if moment < start]
            first, after = (moment.astimezone(TEHRAN).date() for moment in (start, end))
            days = {"from": first, "to": after - dt.timedelta(days=1)}
            yield self._choice(self.calendar.title(year), len(rest) - len(older), **days)
            rest = older

    def _choice(self, words: str, count: int, **wanted: object) -> Choice:
        return Choice(words, count, f"?{self.narrowing.query_string(**wanted)}")
