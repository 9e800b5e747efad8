"""Who has signed a version: how many, from which provinces, and who was the last."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.states import TO_SIGN
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.public.tiles import TILES, Tile
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.languages import PageLanguage

LATEST = 24
"""Signatures that stand on the charter's page; all of them have an address of their own."""


@dataclass(frozen=True, slots=True)
class ProvinceSigned:
    """A province on the map and in its table: agencies that signed, and all that sit in a council
    of the charter or signed (`awaited` is 0 where nobody is awaited any more). No province: bodies
    of the whole country."""

    province: Province | None
    tile: Tile | None
    signatures: int
    signed: int
    awaited: int

    @property
    def has_all(self) -> bool:
        return self.signed > 0 and self.signed >= self.awaited

    @property
    def has_some(self) -> bool:
        return 0 < self.signed < self.awaited

    @property
    def slug(self) -> str:
        """In addresses."""
        return self.province.slug if self.province else COUNTRY


COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Group:
    """Signatures of one province."""

    of: ProvinceSigned
    signatures: list[Signature]


class Signatures:
    """Of one version, in the councils whose ids are given: its charter's. Those that were withdrawn
    do not count. Three queries, however many, and the provinces, which are known for a minute."""

    def __init__(
        self, version: CharterVersion, councils: Collection[int], language: PageLanguage
    ) -> None:
        self.version, self._councils, self.language = version, councils, language

    @property
    def can_be_signed(self) -> bool:
        return self.version.standing in TO_SIGN

    @property
    def path(self) -> str:
        return f"versions/{self.version.number}/signatures/"

    @cached_property
    def _signed(self) -> list[tuple[int, int | None]]:
        """(agency, province) of each signature."""
        rows = self.version.signatures.standing().order_by()
        return list(rows.values_list("agency_id", "agency__province_id"))

    @property
    def total(self) -> int:
        return len(self._signed)

    @property
    def province_count(self) -> int:
        return len({province for _agency, province in self._signed} - {None})

    @cached_property
    def _awaited(self) -> set[tuple[int, int | None]]:
        """(agency, province) of whoever sits in its councils today, while it can be signed."""
        if not self.can_be_signed:
            return set()
        day = today()
        there = Seat.objects.on(day).filter(council__in=self._councils)
        sitting = Appointment.objects.on(day).filter(seat__in=there)
        seated = Q(pk__in=there.values("agency")) | Q(pk__in=sitting.values("agency"))
        return set(Agency.objects.filter(seated).order_by().values_list("pk", "province"))

    @cached_property
    def provinces(self) -> list[ProvinceSigned]:
        """All, in the order of the reader's alphabet."""
        known = Parts("prcouncil_charters.provinces", "all")
        rows = list(known.part("rows", lambda: list(Province.objects.by_name())))
        if not self.language.is_persian:
            rows.sort(key=lambda row: row.name_in("en"))
        return [self._province(row) for row in rows]

    @cached_property
    def country(self) -> ProvinceSigned:
        """Bodies that belong to no province."""
        return self._province(None)

    def _province(self, province: Province | None) -> ProvinceSigned:
        key = province.pk if province else None
        signed = {agency for agency, where in self._signed if where == key}
        awaited = {agency for agency, where in self._awaited if where == key}
        return ProvinceSigned(
            province,
            TILES.get(province.code) if province else None,
            sum(where == key for _agency, where in self._signed),
            len(signed),
            len(signed | awaited) if self.can_be_signed else 0,
        )

    @property
    def tally(self) -> dict[str, int]:
        """Of provinces: how many have all, some, and no signatures."""
        everything = sum(row.has_all for row in self.provinces)
        some = sum(row.has_some for row in self.provinces)
        return {"all": everything, "some": some, "none": len(self.provinces) - everything - some}

    @cached_property
    def groups(self) -> list[Group]:
        """The latest few, by province."""
        rows = self.version.signatures.standing().with_people()
        return self.grouped(rows.order_by("-signed_on", "-number")[:LATEST])

    def grouped(self, rows: Iterable[Signature]) -> list[Group]:
        """Bodies of the whole country first, then provinces in the reader's order."""
        by_key: dict[int | None, list[Signature]] = {}
        for row in rows:
            by_key.setdefault(row.agency.province_id, []).append(row)
        places = [self.country, *self.provinces]
        return [
            Group(place, by_key[key])
            for place in places
            if (key := place.province.pk if place.province else None) in by_key
        ]

    @property
    def has_more(self) -> bool:
        return self.total > LATEST


def council_ids(charter: Charter) -> list[int]:
    """Of the council that keeps it and of those that share it."""
    partners = charter.partners.order_by().values_list("council_id", flat=True)
    return [charter.council_id, *partners]
