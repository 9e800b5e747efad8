"""The register as Popolo JSON: what other systems read (popoloproject.com, Organization, Area).

Fields are those of the specification and no others; what has no value is left out. Ids are
codes: an agency's own, and ISO 3166-2 for provinces.
"""

from collections.abc import Iterable
from typing import Any

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.province import Province


def document(
    agencies: Iterable[Agency], provinces: Iterable[Province], register_url: str
) -> dict[str, Any]:
    """All of a register; `register_url` is the full address below which the profiles lie."""
    return {
        "organizations": [organization(agency, register_url) for agency in agencies],
        "areas": [area(province) for province in provinces],
    }


def organization(agency: Agency, register_url: str) -> dict[str, Any]:
    """Popolo Organization. Reads `parent`, `province`, `logo`, `other_names` and `successions`
    of the agency, which a list of many prefetches."""
    described = {
        "id": agency.code,
        "name": agency.name,
        "other_names": _other_names(agency),
        "identifiers": [{"scheme": register_url, "identifier": agency.code}],
        "classification": agency.kind,
        "parent_id": agency.parent.code if agency.parent else None,
        "area_id": agency.province.code if agency.province else None,
        "description": agency.summary,
        "founding_date": agency.founded_on and agency.founded_on.isoformat(),
        "dissolution_date": agency.closed_on and agency.closed_on.isoformat(),
        "image": _full(agency.logo.file.url, register_url) if agency.logo else None,
        "contact_details": _contacts(agency),
        "links": _links(agency, register_url),
    }
    return {name: value for name, value in described.items() if value}


def area(province: Province) -> dict[str, Any]:
    """Popolo Area."""
    return {
        "id": province.code,
        "name": province.name,
        "identifier": province.code,
        "classification": "province",
    }


def _other_names(agency: Agency) -> list[dict[str, str]]:
    english = [{"name": agency.name_en, "note": "English"}] if agency.name_en else []
    return english + [{"name": other.name} for other in agency.other_names.all()]


def _contacts(agency: Agency) -> list[dict[str, str]]:
    ways = {
        "voice": agency.telephone,
        "email": agency.email,
        "address": agency.address,
        "postal_code": agency.postal_code,
    }
    return [{"type": kind, "value": value} for kind, value in ways.items() if value]


def _links(agency: Agency, register_url: str) -> list[dict[str, str]]:
    """Its profile and website; who carries on after a closing has no field of its own."""
    links = [{"url": f"{register_url}{agency.code}/", "note": "profile"}]
    if agency.website:
        links.append({"url": agency.website, "note": "website"})
    successors = sorted(row.successor.code for row in agency.successions.all())
    return links + [{"url": f"{register_url}{code}/", "note": "successor"} for code in successors]


def _full(url: str, register_url: str) -> str:
    """A file's address with scheme and host, which its storage may leave out."""
    if "://" in url:
        return url
    scheme, _sep, rest = register_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{url}"
