"""Charters in the terms of schema.org (`DigitalDocument`)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.charters.texts import Clause
from wagtail_prcouncil.charters.wording import words_of

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.public.reading import Reading

CONTEXT = "https://schema.org"
STATUS = {
    Standing.DRAFT: "Draft",
    Standing.AWAITING: "Adopted",
    Standing.IN_FORCE: "InForce",
    Standing.SUPERSEDED: "Superseded",
    Standing.REPEALED: "Repealed",
}


def digital_document(reading: "Reading", request: HttpRequest) -> dict[str, Any]:
    """Days are ISO 8601; empty parts are left out. Clauses of all levels are parts of those that
    they stand below, each at its anchor."""
    version, unveiling = reading.version, reading.unveiling
    home = reading.page.get_full_url(request) or ""
    address = f"{home}{reading.path}"
    before = reading.changes.before if reading.changes else None
    councils = [
        {"@type": "GovernmentOrganization", "name": one.title}
        | ({"url": request.build_absolute_uri(one.url)} if one.url else {})
        for one in reading.councils
    ]
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "DigitalDocument",
            "@id": address,
            "url": address,
            "name": reading.title,
            "description": reading.page.summary or reading.page.search_description,
            "additionalType": reading.charter.kind,
            "inLanguage": reading.text_language.code,
            "version": str(version.number) if version else None,
            "creativeWorkStatus": STATUS[reading.standing],
            "author": councils,
            "dateCreated": _day(version.adopted_on) if version else None,
            "datePublished": _day(unveiling.unveiled_on) if unveiling else None,
            "temporalCoverage": _in_force(reading),
            "isBasedOn": f"{home}versions/{before.number}/" if before else None,
            "sha256": reading.digest,
            "hasPart": _parts(reading.clauses, address),
        }
    )


def _parts(clauses: tuple[Clause, ...], address: str) -> list[dict[str, Any]]:
    return [_part(clause, place, address) for place, clause in enumerate(clauses, 1)]


def _part(clause: Clause, place: int, address: str) -> dict[str, Any]:
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": f"{address}#{clause.anchor}",
            "name": clause.name(),
            "position": place,
            "text": words_of(clause.text),
            "hasPart": _parts(clause.parts, address),
        }
    )


def _in_force(reading: "Reading") -> str | None:
    """An interval of ISO 8601, open where nobody knows the end."""
    version = reading.version
    if version is None or version.in_force_from is None:
        return None
    return f"{version.in_force_from.isoformat()}/{_day(version.in_force_until) or '..'}"


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}
