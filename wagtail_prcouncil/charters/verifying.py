"""Whether what was adopted still says what was adopted."""

from collections.abc import Iterator
from typing import NamedTuple

from wagtail.documents import get_document_model

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import CharterVersion


class Finding(NamedTuple):
    """Something of an adopted version that is not as it was; `what` is a sentence in English, for
    whoever runs the command."""

    version: CharterVersion
    language: str
    what: str


def findings() -> Iterator[Finding]:
    """Of all adopted versions, one after the other. A tampered text, a hash that is gone or is
    none of ours, a language that was added or taken away, facts in a text that contradict the
    version, a file of an appendix that is another one now."""
    rows = CharterVersion.objects.adopted().select_related("charter__page")
    for version in rows.order_by("charter", "number").iterator(chunk_size=20):
        yield from _of(version)


def _of(version: CharterVersion) -> Iterator[Finding]:
    for language in version.false_digests():
        yield Finding(version, language, "the text is not the one that was hashed")
    if not version.texts:
        yield Finding(version, "", "there is no text")
    if version.texts and version.authoritative not in version.texts:
        yield Finding(version, version.authoritative, "the text that decides is missing")
    for language, text in version.texts.items():
        told = (text.get("charter"), text.get("version"), text.get("language"))
        if told != (str(version.charter.key), version.number, language):
            yield Finding(version, language, "the text belongs to another version")
        yield from _files(version, language, text.get("appendices", ()))


def _files(version: CharterVersion, language: str, appendices: object) -> Iterator[Finding]:
    if not isinstance(appendices, list):
        return
    for row in appendices:
        if not row.get("document_sha256"):
            continue
        document = get_document_model().objects.filter(pk=row["document"]).first()
        if document is None:
            yield Finding(version, language, f"the document “{row['document_title']}” is gone")
            continue
        try:
            digest = texts.file_digest(document)
        except OSError:
            yield Finding(version, language, f"the file of “{document.title}” cannot be read")
            continue
        if digest != row["document_sha256"]:
            yield Finding(version, language, f"the file of “{document.title}” is another one now")
