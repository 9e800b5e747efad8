"""The register as readers see it: what they asked for, the provinces with their counts, a list."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.province import Province
from wagtail_prcouncil.directory.public import tiles
from wagtail_prcouncil.directory.public.register_filter import (
    COUNTRY,
    COUNTRY_LABEL,
    INDEXED,
    RegisterFilter,
)
from wagtail_prcouncil.pages.alphabetical import POSITIONS, Stretch, stretch, with_query
from wagtail_prcouncil.ui.languages import page_language


@dataclass(frozen=True)
class ProvinceEntry:
    """A province of the map and of the list beside it: how many agencies, and the way to them."""

    province: Province
    tile: tiles.Tile | None
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Chip:
    """One thing that was asked for, and the query without it. `row` is the province or agency,
    where `words` cannot say it in every language."""

    words: str
    query: str
    row: Province | Agency | None = None


class RegisterAnswer:
    """What the register answers a reader. Reads each of its parts once, when a template asks."""

    def __init__(self, asked: QueryDict, page: Page | None = None) -> None:
        self.asked = asked
        self.page = page
        self.filter = RegisterFilter(asked)
        # What made no sense is told once and not repeated in a hundred links.
        self.kept = QueryDict(mutable=True)
        for name in [*self.filter.chosen, *POSITIONS]:
            if asked.get(name):
                self.kept[name] = str(asked[name])

    @cached_property
    def chosen(self) -> dict[str, object]:
        return self.filter.chosen

    @cached_property
    def listing(self) -> Stretch[Agency]:
        """Agencies by name, a stretch at a time; the one whose code was asked for comes first."""
        found = self.filter.agencies().for_register()
        first = self.filter.has_that_code if "q" in self.chosen else None
        size = conf.agency_page_size()
        return stretch(found, self.kept, field="sort_key", size=size, first=first)

    @property
    def is_open(self) -> bool:
        """Whether the list is all of the register, from its beginning: then the map is the way
        on, and afterwards what was asked for."""
        return not self.is_further and not set(self.chosen) - {"closed"}

    @property
    def is_further(self) -> bool:
        """Whether this is not the list's beginning."""
        return any(name in self.kept for name in POSITIONS)

    @cached_property
    def provinces(self) -> list[ProvinceEntry]:
        """In the order of the reader's alphabet."""
        entries = [self._entry(province) for province in self.counted]
        if not page_language(self.page).is_persian:
            entries.sort(key=lambda entry: entry.province.name_in("en"))
        return entries

    @cached_property
    def country(self) -> dict[str, Any]:
        """The entry of bodies that belong to no province."""
        return {
            "count": self._everywhere - sum(row.count for row in self.counted),
            "query": with_query(self.kept, {"province": COUNTRY}),
            "is_chosen": self.chosen.get("province") == COUNTRY,
        }

    @property
    def total(self) -> int:
        """How many agencies the list has in all its stretches."""
        province = self.chosen.get("province")
        if province == COUNTRY:
            return self.country["count"]
        counts = {row.code: row.count for row in self.counted}
        return counts.get(province, self._everywhere)

    @property
    def chips(self) -> list[Chip]:
        """What was asked for, each with the way back from it."""
        return [self._chip(name, value) for name, value in self.chosen.items()]

    @property
    def complaints(self) -> list[str]:
        """What of the question was passed over, and why."""
        return [
            f"{self.filter.fields[name].label}: {' '.join(map(str, errors))}"
            for name, errors in self.filter.errors.items()
        ]

    @property
    def canonical_query(self) -> str | None:
        """What follows the register's address in that by which search engines know this answer;
        None where they should pass it by."""
        known = {*self.filter.fields, *POSITIONS}
        named = [name for name, value in self.asked.items() if value and name in known]
        if not named:
            return ""
        name = named[0]
        if len(named) > 1 or name not in INDEXED or name not in self.chosen:
            return None
        return f"?{name}={str(self.chosen[name]).lower()}"

    @property
    def map_state(self) -> object:
        """What the map says besides the names of provinces, in plain values."""
        counts = [(row.count, row.everywhere) for row in self.counted]
        return self.kept.urlencode(), str(self.chosen.get("province")), self.is_open, counts

    @cached_property
    def counted(self) -> list[Any]:
        """Provinces by name with the `count` of their agencies and that of all, `everywhere`, as
        far as the rest of the question goes. One query."""
        found = self.filter.agencies(in_any_province=True).order_by()
        here = found.filter(province=OuterRef("pk")).values("province")
        alike = found.annotate(_one=Value(1)).values("_one")
        return list(
            Province.objects.by_name().annotate(
                count=Coalesce(Subquery(here.annotate(n=Count("pk")).values("n")), 0),
                everywhere=Coalesce(Subquery(alike.annotate(n=Count("pk")).values("n")), 0),
            )
        )

    @property
    def _everywhere(self) -> int:
        return self.counted[0].everywhere if self.counted else 0

    def _entry(self, province: Any) -> ProvinceEntry:
        return ProvinceEntry(
            province=province,
            tile=tiles.TILES.get(province.code),
            count=province.count,
            query=with_query(self.kept, {"province": province.slug}),
            is_chosen=self.chosen.get("province") == province.code,
        )

    def _chip(self, name: str, value: object) -> Chip:
        query = with_query(self.kept, {name: None})
        field = self.filter.fields[name]
        if name == "province":
            value = next((row for row in self.counted if row.code == value), value)
        if isinstance(value, Province | Agency):
            return Chip(str(field.label), query, value)
        labels: dict[Any, Any] = {COUNTRY: COUNTRY_LABEL} | dict(getattr(field, "choices", ()))
        words = str(field.label) if value is True else str(labels.get(value, value))
        return Chip(words, query)
