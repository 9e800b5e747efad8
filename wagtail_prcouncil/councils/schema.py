"""schema.org descriptions: of a council with those who sit there (GovernmentOrganization,
OrganizationRole), and of a person by the posts held."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.directory.models import Person

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.index import CouncilIndexMixin
    from wagtail_prcouncil.councils.public.persons import Card
    from wagtail_prcouncil.councils.public.profiles import CouncilProfile

CONTEXT = "https://schema.org"
ORGANIZATION = "GovernmentOrganization"


def council(profile: "CouncilProfile", request: HttpRequest) -> dict[str, Any]:
    """Dates are ISO 8601, of the Gregorian calendar; empty parts are left out."""
    page, facts = profile.page, profile.facts
    address, language = page.get_full_url(request) or "", page.locale.language_code
    charter, above = profile.ethics_charter, profile.above
    return _filled(
        {
            "@context": CONTEXT,
            "@type": ORGANIZATION,
            "@id": address,
            "name": page.title,
            "alternateName": page.short_name,
            "url": address,
            "description": page.summary or page.search_description,
            "logo": request.build_absolute_uri(facts.logo.file.url) if facts.logo else None,
            "foundingDate": facts.founded_on and facts.founded_on.isoformat(),
            "dissolutionDate": facts.closed_on and facts.closed_on.isoformat(),
            "areaServed": _area(profile, language),
            "contactPoint": _contact(profile),
            "ethicsPolicy": charter.get_full_url(request) if charter else None,
            "parentOrganization": [
                *([_organization(above.title, above.get_full_url(request))] if above else []),
                *(_organization(body.name_in(language)) for body in profile.upper_bodies),
            ],
            "subOrganization": [
                _organization(row.title, row.get_full_url(request)) for row in profile.below
            ],
            "member": [] if profile.is_closed else _members(profile, request, language),
        }
    )


def person(card: "Card", page: "CouncilIndexMixin", request: HttpRequest) -> dict[str, Any]:
    """Who it is, and the posts held, the latest first."""
    row, language = card.person, page.locale.language_code
    address = f"{page.get_full_url(request)}persons/{row.pk}/"
    photo = row.photo
    return _filled(
        {
            "@context": CONTEXT,
            **_person(row, address, language),
            "image": request.build_absolute_uri(photo.file.url) if photo else None,
            "memberOf": [
                _role(post.appointment, language)
                | {"memberOf": _organization(post.council.title, _full(post.url, request))}
                for post in card.posts
            ],
        }
    )


def _members(
    profile: "CouncilProfile", request: HttpRequest, language: str
) -> list[dict[str, Any]]:
    """Those of today, substitutes included. A role stands between the council and the person."""
    base = _full(profile.persons_url, request)
    found = []
    for sitting in profile.composition.sittings:
        for stay in (*sitting.holders, *sitting.substitutes):
            address = f"{base}{stay.person_id}/" if base else ""
            role = _role(stay, language)
            found.append(role | {"member": _person(stay.person, address, language)})
    return found


def _role(stay: Appointment, language: str) -> dict[str, Any]:
    """A day that is not known as such is left out."""
    is_exact = stay.since_precision == Precision.DAY
    is_end_exact = stay.until_precision == Precision.DAY
    return _filled(
        {
            "@type": "OrganizationRole",
            "roleName": stay.title_in(language),
            "startDate": stay.since.isoformat() if is_exact else None,
            "endDate": stay.until.isoformat() if stay.until and is_end_exact else None,
        }
    )


def _person(row: Person, address: str, language: str) -> dict[str, Any]:
    prefix = row.honorific_prefix if language.startswith("fa") else row.honorific_prefix_en
    return _filled(
        {
            "@type": "Person",
            "@id": address,
            "name": row.name_in(language),
            "honorificPrefix": prefix,
            "url": address,
        }
    )


def _organization(name: str, address: str | None = None) -> dict[str, str]:
    return _filled({"@type": ORGANIZATION, "@id": address, "name": name, "url": address})


def _area(profile: "CouncilProfile", language: str) -> dict[str, str]:
    province = profile.facts.province
    if province is None:
        name = "ایران" if language.startswith("fa") else "Iran"
        return {"@type": "Country", "name": name, "identifier": "IR"}
    name = province.name_in(language)
    return {"@type": "AdministrativeArea", "name": name, "identifier": province.code}


def _contact(profile: "CouncilProfile") -> dict[str, Any] | None:
    facts = profile.facts
    if not facts.email and not facts.telephone:
        return None
    return _filled(
        {
            "@type": "ContactPoint",
            "contactType": "secretariat",
            "email": facts.email,
            "telephone": profile.dialled,
        }
    )


def _full(url: str, request: HttpRequest) -> str:
    return request.build_absolute_uri(url) if url else ""


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}
