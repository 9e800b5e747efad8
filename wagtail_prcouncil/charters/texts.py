"""The text of a charter in one language, as plain data: what is frozen, hashed, compared and read.

A text is a dictionary of strings, booleans, lists and None alone, so that it reads the same from a
page's words, from a frozen version and from a file. Rich text stands in it as Wagtail stores it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StreamValue

from wagtail_prcouncil.charters.labels import placed

FORMAT = 1
"""Grows when the shape changes; a frozen text keeps the one that it was written in."""
WORDS = ("title", "scope", "preamble", "clauses", "appendices", "references")
"""What editors write; the rest says whose text it is."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered unit as it is read; `level` is 1 to 3. Text, note and rationale are rich text."""

    anchor: str
    label: str
    heading: str
    text: str
    note: str
    rationale: str
    is_measurable: bool
    level: int
    parts: "tuple[Clause, ...]"
    above: tuple[str, ...] = ()
    """Labels of the clauses that it is part of, the outermost first."""

    @property
    def full_label(self) -> str:
        """«مادهٔ ۳، بند الف»: where a clause stands apart from those above it."""
        return placed((*self.above, self.label))

    def full_name(self) -> str:
        return ". ".join(filter(None, (self.full_label, self.heading)))

    def name(self) -> str:
        """«مادهٔ ۳. پاسخ‌گویی», or as much of it as there is."""
        return ". ".join(filter(None, (self.label, self.heading)))

    def walk(self) -> "Iterator[Clause]":
        """This and all below it, in the order in which they are read."""
        yield self
        for part in self.parts:
            yield from part.walk()


def clauses_of(text: Mapping[str, Any]) -> tuple[Clause, ...]:
    """The first level, each with what stands below it."""
    return tuple(_clause(row, ()) for row in text["clauses"])


def every_clause(text: Mapping[str, Any]) -> list[Clause]:
    """All levels in the order in which they are read."""
    return [clause for first in clauses_of(text) for clause in first.walk()]


def anchors_of(text: Mapping[str, Any]) -> list[str]:
    return [clause.anchor for clause in every_clause(text)]


def canonical_json(text: Mapping[str, Any]) -> str:
    """The one way to write it down: sorted keys, no space, letters as they are. What is hashed."""
    return json.dumps(
        text, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest_of(text: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical_json(text).encode()).hexdigest()


def says_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the words are equal, of whatever version they are."""
    return all(
        canonical_json({"": one[name]}) == canonical_json({"": other[name]}) for name in WORDS
    )


def words_of(page: Any, *, with_digests: bool = True) -> dict[str, Any]:
    """The words of a charter's page, in whatever state the object in hand is. Without digests no
    document is read; a file that cannot be read has none.
    """
    return {
        "title": page.title,
        "scope": page.scope,
        "preamble": page.preamble,
        "clauses": _provisions(page.clauses),
        "appendices": [_appendix(child, with_digests) for child in page.appendices],
        "references": [
            {"id": child.id, "title": child.value["title"], "url": child.value["url"] or ""}
            for child in page.references
        ],
    }


def stream_of(text: Mapping[str, Any]) -> dict[str, Any]:
    """The words as fields of a page take them, so that a version starts from an adopted one."""
    plain = {name: text[name] for name in ("title", "scope", "preamble")}
    appendices = [
        {
            "type": "appendix",
            "id": row["id"],
            "value": {"title": row["title"], "text": row["text"], "document": row["document"]},
        }
        for row in text["appendices"]
    ]
    references = [
        {"type": "reference", "id": row["id"], "value": {"title": row["title"], "url": row["url"]}}
        for row in text["references"]
    ]
    return plain | {
        "clauses": _raw_provisions(text["clauses"]),
        "appendices": appendices,
        "references": references,
    }


def _clause(row: Mapping[str, Any], above: tuple[str, ...]) -> Clause:
    return Clause(
        row["anchor"],
        row["label"],
        row["heading"],
        row["text"],
        row["note"],
        row["rationale"],
        row["is_measurable"],
        len(above) + 1,
        tuple(_clause(part, (*above, row["label"])) for part in row["parts"]),
        above,
    )


def _provisions(stream: StreamValue | Any) -> list[dict[str, Any]]:
    return [_provision(child) for child in stream]


def _provision(child: Any) -> dict[str, Any]:
    value = child.value
    return {
        "id": child.id,
        "anchor": value["anchor"] or "",
        "label": value["label"] or "",
        "heading": value["heading"] or "",
        "text": _source(value["text"]),
        "note": _source(value["note"]),
        "rationale": _source(value["rationale"]),
        "is_measurable": bool(value["is_measurable"]),
        "parts": _provisions(value.get("parts") or ()),
    }


def _raw_provisions(rows: Sequence[Mapping[str, Any]], level: int = 1) -> list[dict[str, Any]]:
    raw = []
    for row in rows:
        value = {name: row[name] for name in row if name not in ("id", "parts")}
        if level < 3:
            value["parts"] = _raw_provisions(row["parts"], level + 1)
        raw.append({"type": "clause", "id": row["id"], "value": value})
    return raw


def _appendix(child: Any, with_digest: bool) -> dict[str, Any]:
    """A document is named by its key, its title and the SHA-256 of its content: whether the file
    that lies there is still the one that was adopted can be told."""
    document = child.value["document"]
    return {
        "id": child.id,
        "title": child.value["title"],
        "text": _source(child.value["text"]),
        "document": document.pk if document else None,
        "document_title": document.title if document else "",
        "document_sha256": _digest_if_readable(document) if document and with_digest else "",
    }


def file_digest(document: Any) -> str:
    """SHA-256 of a document's file, in hexadecimal. Raises OSError where it cannot be read."""
    with document.open_file() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_if_readable(document: Any) -> str:
    """Empty where the file went: no screen breaks by it, and nothing is adopted with it."""
    try:
        return file_digest(document)
    except OSError:
        return ""


def _source(rich: Any) -> str:
    return getattr(rich, "source", rich) or ""
