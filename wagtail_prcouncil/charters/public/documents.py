"""A charter as data: `charter.json`. Names are our own; keys never change their meaning."""

from typing import Any

from django.http import HttpRequest

from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.public.linked import title_told
from wagtail_prcouncil.charters.public.reading import Reading

FORMAT = 1


def document(reading: Reading, request: HttpRequest) -> dict[str, Any]:
    """`text` is the frozen text as it was hashed: its SHA-256 in canonical JSON (sorted keys, no
    space, letters as they are, UTF-8) is the digest of its language. Days are ISO 8601."""
    address = reading.page.get_full_url(request) or ""
    version, charter = reading.version, reading.charter
    signed = version.signatures.with_people().order_by("number") if version else ()
    return {
        "format": FORMAT,
        "id": str(charter.key),
        "url": address,
        "kind": charter.kind,
        "title": reading.title,
        "language": reading.text_language.code,
        "councils": [
            {"name": one.title, "url": request.build_absolute_uri(one.url)}
            for one in reading.councils
        ],
        "version": version.number if version else None,
        "text": reading.text,
        "versions": [_version(row, reading, address) for row in reversed(reading.versions)],
        "signatures": [_signature(row, address) for row in signed],
    }


def _version(row: CharterVersion, reading: Reading, address: str) -> dict[str, Any]:
    unveiling = getattr(row, "unveiling", None)
    return {
        "number": row.number,
        "url": f"{address}versions/{row.number}/",
        "standing": row.standing.value,
        "adopted_on": _day(row.adopted_on),
        "adopted_in": title_told(row.adopted_in_title, row.adopted_in, reading.page) or None,
        "by_consensus": row.by_consensus,
        "votes_for": row.votes_for,
        "votes_against": row.votes_against,
        "abstentions": row.abstentions,
        "in_force_from": _day(row.in_force_from),
        "in_force_until": _day(row.in_force_until),
        "unveiled_on": _day(unveiling.unveiled_on) if unveiling else None,
        "authoritative": row.authoritative,
        "sha256": row.digests,
    }


def _signature(row: Signature, address: str) -> dict[str, Any]:
    return {
        "number": row.number,
        "url": f"{address}versions/{row.version.number}/signatures/{row.number}/",
        "agency": {"code": row.agency.code, "name": row.agency.name},
        "person": row.person.full_name_in("fa"),
        "title": row.title,
        "method": row.method,
        "signed_on": _day(row.signed_on),
        "withdrawn_on": _day(row.withdrawn_on),
    }


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None
