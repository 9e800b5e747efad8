"""schema.org descriptions: of an agency (GovernmentOrganization; GovernmentOffice for a
directorate in a province, which has an address) and of the register as data (Dataset)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.public.files import FILES, files_are_served
from wagtail_prcouncil.directory.public.profiles import Profile
from wagtail_prcouncil.directory.states import AgencyKind

if TYPE_CHECKING:
    from wagtail_prcouncil.directory.models.pages import AgencyIndexMixin

CONTEXT = "https://schema.org"


def organization(
    profile: Profile, page: "AgencyIndexMixin", request: HttpRequest
) -> dict[str, Any]:
    """Dates are ISO 8601, of the Gregorian calendar; empty parts are left out."""
    language, base = page.locale.language_code, page.get_full_url(request) or ""
    agency, above = profile.agency, profile.agency.parent
    described = {
        "@context": CONTEXT,
        **_named(agency, base, language),
        "alternateName": _alternatives(agency, profile, language),
        "identifier": agency.code,
        "description": agency.summary if language.startswith("fa") else agency.summary_en,
        "sameAs": agency.website,
        "logo": request.build_absolute_uri(agency.logo.file.url) if agency.logo else None,
        "foundingDate": agency.founded_on and agency.founded_on.isoformat(),
        "dissolutionDate": agency.closed_on and agency.closed_on.isoformat(),
        "areaServed": _area(agency, language),
        "address": _address(agency, language),
        "contactPoint": _contact(agency, profile),
        "parentOrganization": _named(above, base, language) if above else None,
        "subOrganization": [_named(row, base, language) for row in profile.below],
    }
    return {name: value for name, value in described.items() if value}


def dataset(page: "AgencyIndexMixin", request: HttpRequest) -> dict[str, Any]:
    """The register itself, with the files that hold all of it."""
    address = page.get_full_url(request) or ""
    files = FILES if files_are_served() else {}
    described = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": page.title,
        "description": page.intro or page.search_description or page.title,
        "url": address,
        "inLanguage": page.locale.language_code,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{address}{name}"}
            for name, kind in files.items()
        ],
    }
    return {name: value for name, value in described.items() if value}


def _named(agency: Agency, base: str, language: str) -> dict[str, str]:
    is_office = agency.kind == AgencyKind.PROVINCIAL_DIRECTORATE
    address = f"{base}{agency.code}/"
    return {
        "@type": "GovernmentOffice" if is_office else "GovernmentOrganization",
        "@id": address,
        "name": agency.name_in(language),
        "url": address,
    }


def _alternatives(agency: Agency, profile: Profile, language: str) -> list[str]:
    known = [agency.name, agency.name_en, *profile.other_names]
    return [name for name in known if name and name != agency.name_in(language)]


def _area(agency: Agency, language: str) -> dict[str, str]:
    if agency.province is None:
        name = "ایران" if language.startswith("fa") else "Iran"
        return {"@type": "Country", "name": name, "identifier": "IR"}
    return {
        "@type": "AdministrativeArea",
        "name": agency.province.name_in(language),
        "identifier": agency.province.code,
    }


def _address(agency: Agency, language: str) -> dict[str, str] | None:
    persian = language.startswith("fa")
    street = agency.address if persian else agency.address_en or agency.address
    if not street and not agency.postal_code:
        return None
    described = {
        "@type": "PostalAddress",
        "streetAddress": street,
        "postalCode": agency.postal_code,
        "addressRegion": agency.province.name_in(language) if agency.province else "",
        "addressCountry": "IR",
    }
    return {name: value for name, value in described.items() if value}


def _contact(agency: Agency, profile: Profile) -> dict[str, str] | None:
    if not agency.email and not agency.telephone:
        return None
    described = {
        "@type": "ContactPoint",
        "contactType": "public relations",
        "email": agency.email,
        "telephone": profile.dialled,
    }
    return {name: value for name, value in described.items() if value}
