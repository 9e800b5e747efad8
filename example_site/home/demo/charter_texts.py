"""The texts of the demo's charters as fields of their pages, in a language and a version."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from wagtail_prcouncil.charters import texts

if TYPE_CHECKING:
    from home.demo.charters import DemoCharter

Row = Mapping[str, Any]
SPACE = uuid.UUID("2f6c6a0e-6d0b-4d7e-9d55-2e0d3b9a7c11")
RICH = ("text", "note", "rationale")


def said(
    one: "DemoCharter", number: int, language: str, anchors: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Title, scope, preamble, clauses, appendices and references of that version. `anchors` are
    those that clauses have in another language, by their keys; a new one gets its own."""
    words = _in_version({name: getattr(one, name) for name in _words(one)}, number, one.second)
    return {
        "title": _in(words, "title", language),
        "scope": _in(words, "scope", language),
        "preamble": _rich(_in(words, "preamble", language)),
        "clauses": list(_clauses(one.clause, one.slug, number, language, anchors or {})),
        "appendices": [
            _child("appendix", one.slug, row, {"text": _rich(_in(row, "text", language))}, language)
            for row in one.appendix
        ],
        "references": [
            _child("reference", one.slug, row, {"url": row.get("url", "")}, language)
            for row in one.reference
        ],
    }


def anchors_of(page: Any) -> dict[str, str]:
    """Of a page's clauses, by their keys."""
    return dict(_anchors(texts.words_of(page)["clauses"]))


def anchor_of(page: Any, labels: Sequence[str]) -> str:
    """That of the clause with these labels, from the first level down. KeyError where there is
    none."""
    rows = texts.words_of(page)["clauses"]
    anchor = ""
    for label in labels:
        found = {row["label"]: row for row in rows}[label]
        anchor, rows = found["anchor"], found["parts"]
    return anchor


def _words(one: "DemoCharter") -> Iterator[str]:
    for name in ("title", "scope", "preamble"):
        yield from (name, f"{name}_en")


def _clauses(
    rows: Iterable[Row], above: str, number: int, language: str, anchors: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for written in rows:
        if written.get("since", 1) > number:
            continue
        path = f"{above}/{written['label']}"
        key, row = _key(path), _in_version(written, number, written.get("second"))
        value = {
            "anchor": anchors.get(key, ""),
            "label": _in(row, "label", language),
            "heading": _in(row, "heading", language),
            "is_measurable": row.get("is_measurable", False),
        } | {name: _rich(_in(row, name, language)) for name in RICH}
        parts = list(_clauses(row.get("parts", ()), path, number, language, anchors))
        yield {"type": "clause", "id": key, "value": value | ({"parts": parts} if parts else {})}


def _child(kind: str, slug: str, row: Row, more: dict[str, Any], language: str) -> dict[str, Any]:
    value = {"title": _in(row, "title", language)} | more
    return {"type": kind, "id": _key(f"{slug}/{row['title']}"), "value": value}


def _anchors(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield row["id"], row["anchor"]
        yield from _anchors(row["parts"])


def _in_version(row: Row, number: int, second: Row | None) -> Row:
    return {**row, **second} if second and number > 1 else row


def _in(row: Row, name: str, language: str) -> str:
    return str(row.get(name if language == "fa" else f"{name}_{language}", ""))


def _rich(text: str) -> str:
    return f"<p>{text}</p>" if text else ""


def _key(path: str) -> str:
    """The same in all languages and versions, so that a clause is known again."""
    return str(uuid.uuid5(SPACE, path))
