"""The register as it stands, in the terms of an import."""

from dataclasses import dataclass
from typing import Any, Self

from wagtail_prcouncil.directory.importing.columns import PLAIN
from wagtail_prcouncil.directory.models import Agency, Province


@dataclass(frozen=True)
class RegisterRows:
    """All agencies and provinces by code. Four queries, however many there are."""

    agencies: dict[str, Agency]
    provinces: dict[str, Province]

    @classmethod
    def read(cls) -> Self:
        rows = Agency.objects.select_related("parent", "province").prefetch_related(
            "other_names", "successions__successor"
        )
        provinces = {province.code: province for province in Province.objects.all()}
        return cls({agency.code: agency for agency in rows}, provinces)

    def values(self, code: str) -> dict[str, Any] | None:
        """What the columns of an import say of an agency, or None if there is none."""
        agency = self.agencies.get(code)
        if agency is None:
            return None
        return {
            "code": agency.code,
            **{name: getattr(agency, name) for name in PLAIN},
            "other_names": tuple(other.name for other in agency.other_names.all()),
            "parent": agency.parent.code if agency.parent else "",
            "province": agency.province.code if agency.province else "",
            "closed_on": agency.closed_on,
            "closing_reason": agency.closing_reason,
            "successors": tuple(sorted(row.successor.code for row in agency.successions.all())),
        }


EMPTY: dict[str, Any] = {
    **dict.fromkeys(("code", *PLAIN, "parent", "province", "closing_reason"), ""),
    "founded_on": None,
    "closed_on": None,
    "other_names": (),
    "successors": (),
}
