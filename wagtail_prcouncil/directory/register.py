"""The register as readers see it: what they asked for, the provinces with their counts, a list."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count
from django.http import QueryDict

from wagtail_prcouncil import conf
from wagtail_prcouncil.directory import tiles
from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.province import Province
from wagtail_prcouncil.directory.register_filter import (
    COUNTRY,
    COUNTRY_LABEL,
    INDEXED,
    RegisterFilter,
)
from wagtail_prcouncil.pages.alphabetical import POSITIONS, Stretch, stretch, with_query


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


class Register:
    """One answer of the register. Reads each of its parts once, when a template asks."""

    def __init__(self, asked: QueryDict, language: str) -> None:
        self.asked = asked
        self.language = language
        self._provinces = list(Province.objects.by_name())
        self.filter = RegisterFilter(asked, self._provinces)

    @cached_property
    def chosen(self) -> dict[str, object]:
        return self.filter.chosen

    @cached_property
    def listing(self) -> Stretch[Agency]:
        """Agencies by name, a stretch at a time; the one whose code was asked for comes first."""
        found = self.filter.agencies().for_register()
        exact = self.filter.with_that_code() if "q" in self.chosen else None
        if exact is not None:
            found = found.exclude(pk=exact.pk)
        size = conf.agency_page_size()
        shown = stretch(found, self.asked, field="sort_key", size=size)
        if exact is not None and not self.is_further:
            shown.items.insert(0, exact)
        return shown

    @property
    def is_open(self) -> bool:
        """Whether the list is all of the register, from its beginning: then the map is the way
        on, and afterwards what was asked for."""
        return not self.is_further and not set(self.chosen) - {"closed"}

    @property
    def is_further(self) -> bool:
        """Whether this is not the list's beginning."""
        return any(name in self.asked for name in POSITIONS)

    @cached_property
    def provinces(self) -> list[ProvinceEntry]:
        """In the order of the reader's alphabet."""
        rows = self._provinces
        if not self.language.startswith("fa"):
            rows = sorted(rows, key=lambda province: province.name_in(self.language))
        return [self._entry(province) for province in rows]

    @cached_property
    def country(self) -> dict[str, object]:
        """The entry of bodies that belong to no province."""
        return {
            "count": self._counts.get(None, 0),
            "query": with_query(self.asked, {"province": COUNTRY}),
            "is_chosen": self.chosen.get("province") == COUNTRY,
        }

    @property
    def total(self) -> int:
        """How many agencies the list has in all its stretches."""
        province = self.chosen.get("province")
        if not province:
            return sum(self._counts.values())
        key = province.pk if isinstance(province, Province) else None
        return self._counts.get(key, 0)

    @property
    def chips(self) -> list[Chip]:
        """What was asked for, each with the way back from it."""
        return [self._chip(name, value) for name, value in self.chosen.items()]

    @property
    def complaints(self) -> list[str]:
        """What of the question was passed over, and why."""
        return [
            f"{self.filter.fields[name].label}: {' '.join(errors)}"
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
        value = self.chosen[name]
        return f"?{name}={value.slug if isinstance(value, Province) else value}"

    @cached_property
    def _counts(self) -> dict[int | None, int]:
        """Agencies of each province, as far as the rest of the question goes."""
        found = self.filter.agencies(in_any_province=True).order_by()
        return dict(found.values_list("province").annotate(Count("pk")))

    def _entry(self, province: Province) -> ProvinceEntry:
        return ProvinceEntry(
            province=province,
            tile=tiles.TILES.get(province.code),
            count=self._counts.get(province.pk, 0),
            query=with_query(self.asked, {"province": province.slug}),
            is_chosen=self.chosen.get("province") == province,
        )

    def _chip(self, name: str, value: object) -> Chip:
        query = with_query(self.asked, {name: None})
        field = self.filter.fields[name]
        if isinstance(value, Province | Agency):
            return Chip(str(field.label), query, value)
        labels = {COUNTRY: COUNTRY_LABEL} | dict(getattr(field, "choices", ()))
        words = str(field.label) if value is True else str(labels.get(value, value))
        return Chip(words, query)
