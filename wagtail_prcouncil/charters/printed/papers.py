"""The papers themselves: the same words whoever asks, in a browser and in a PDF, and on whatever
day. Whether a version holds today is therefore not printed; from when until when it does, is."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import override

from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.printed.kinds import Print
from wagtail_prcouncil.charters.public.provisions import Provision
from wagtail_prcouncil.charters.public.reading import LINKED, Reading

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterPage

CHARTER = ("charter", *(f"charter__{link}" for link in LINKED))
_LINKS_WITHIN = re.compile(r'<a href="/(?!/)')


def version_of(charter_id: int, number: int) -> CharterVersion | None:
    """One that was adopted."""
    rows = CharterVersion.objects.adopted().select_related("unveiling", *CHARTER)
    return rows.filter(charter=charter_id, number=number).first()


def signature_of(key: int) -> Signature | None:
    """One that stands: there is no certificate of one that was withdrawn."""
    linked = ("version__unveiling", *(f"version__{link}" for link in CHARTER))
    rows = Signature.objects.standing().with_people().select_related(*linked)
    return rows.filter(pk=key).first()


def charter_paper(version: CharterVersion, language: str, **screen: Any) -> str | None:
    """The text of a version and who has signed it; None where the charter has no page in that
    language. `screen` is what is shown beside it where somebody looks at it: `is_screen`,
    `pdf_url`, `back_url`."""
    reading = _reading(version, language)
    if reading is None:
        return None
    rows = version.signatures.standing().with_people().order_by("number")
    shown = {"provisions": list(_in_order(reading.provisions.clauses)), "signatures": rows}
    return _rendered(Print.CHARTER, reading, reading.title, shown | screen)


def certificate_paper(signature: Signature, language: str, **screen: Any) -> str | None:
    """That somebody signed for an agency; else as `charter_paper`."""
    reading = _reading(signature.version, language)
    if reading is None:
        return None
    below = f"versions/{signature.version.number}/signatures/{signature.number}/"
    shown = {"signature": signature, "address": f"{reading.page.get_full_url() or ''}{below}"}
    # The label is in words only where it is drawn: in the language of the paper.
    return _rendered(Print.CERTIFICATE, reading, Print.CERTIFICATE.label, shown | screen)


def page_of(version: CharterVersion, language: str) -> "CharterPage | None":
    """The charter's page in a language: published or not, its secretary prints it before."""
    original = version.charter.page
    pages = type(original).objects.filter(translation_key=original.translation_key)
    found: CharterPage | None = (
        pages.filter(locale__language_code=language)
        .without_aliases()
        .select_related("locale")
        .first()
    )
    return found


def _reading(version: CharterVersion, language: str) -> Reading | None:
    page = page_of(version, language)
    return Reading(page, version.charter, version) if page else None


def _rendered(kind: Print, reading: Reading, title: str | Promise, shown: dict[str, Any]) -> str:
    context = {
        "page": reading.page,
        "reading": reading,
        "version": reading.version,
        "digests": _digests(reading.version),
        "language": reading.language,
        "title": title,
        "institution": next((council.title for council in reading.councils), ""),
    }
    with override(reading.language.code):  # not the language of whoever asks
        paper = render_to_string(f"prcouncil_charters/print/{kind.value}.html", context | shown)
    return _with_whole_addresses(paper, reading.page)


def _digests(version: CharterVersion | None) -> list[tuple[str, str]]:
    """A language and its SHA-256, the one that decides first."""
    if version is None:
        return []
    return sorted(
        version.digests.items(), key=lambda pair: (pair[0] != version.authoritative, pair[0])
    )


def _in_order(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """All levels one after the other: what stands beside its label is torn apart by no sheet's
    end only where it does not stand within another."""
    for provision in provisions:
        yield provision
        yield from _in_order(provision.parts)


def _with_whole_addresses(paper: str, page: "CharterPage") -> str:
    """Links in the words lead to the site from paper and PDF, too, which have no address."""
    site = page.get_site()
    root = site.root_url if site else ""
    bar, main, words = paper.partition("<main>")
    return "".join([bar, main, _LINKS_WITHIN.sub(f'<a href="{root}/', words)])
