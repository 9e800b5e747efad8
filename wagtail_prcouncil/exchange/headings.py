"""Which column of a file is which, by headings in any spelling, Persian or English."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, override

from wagtail_prcouncil.exchange.columns import LANGUAGES, ImportColumn
from wagtail_prcouncil.exchange.kinds import ImportKind, Line
from wagtail_prcouncil.exchange.reading import SheetLine
from wagtail_prcouncil.persian.text import fold


class HeadingsError(Exception):
    """The file lacks a column without which no line means anything."""


@dataclass(frozen=True)
class ReadTable:
    """The lines by column, and the headings that nobody knows."""

    lines: Sequence[Line]
    unknown: Sequence[str]


def by_columns(kind: ImportKind, read: Sequence[SheetLine]) -> ReadTable:
    """Sort the cells by the first line's headings. Raises HeadingsError."""
    headings, *rest = read
    columns = kind.columns()
    known = {key: column.name for column in columns for key in column.heading_keys()}
    passed_over = _folded(kind)
    places: list[tuple[int, str]] = []
    unknown: list[str] = []
    for place, heading in enumerate(headings.cells):
        key = fold(heading)
        if key in known:
            places.append((place, known[key]))
        elif key not in passed_over and (key or _is_filled(rest, place)):
            unknown.append(heading or gettext("(without a heading)"))
    _refuse_without(kind, columns, {name for _place, name in places})
    if any(len(line.cells) > len(headings.cells) for line in rest):
        unknown.append(gettext("(without a heading)"))
    return ReadTable([_line(line, places) for line in rest], list(dict.fromkeys(unknown)))


def _line(read: SheetLine, places: Sequence[tuple[int, str]]) -> Line:
    cells: dict[str, list[str]] = {}
    for place, name in places:
        cell = read.cells[place] if place < len(read.cells) else ""
        cells.setdefault(name, []).append(cell)
    turned = dict.fromkeys(name for place, name in places if place in read.turned)
    return Line(read.number, cells, list(turned))


def _folded(kind: ImportKind) -> set[str]:
    keys: set[str] = set()
    for language in LANGUAGES:
        with override(language):
            keys |= {fold(str(heading)) for heading in kind.passed_over}
    return keys


def _is_filled(lines: Sequence[SheetLine], place: int) -> bool:
    return any(line.cells[place : place + 1] not in ((), ("",)) for line in lines)


def _refuse_without(kind: ImportKind, columns: Sequence[ImportColumn], found: set[str]) -> None:
    missing = [c.title() for c in columns if c.name in kind.required and c.name not in found]
    if missing:
        sentence = gettext("The first line must hold the headings; missing: %(headings)s")
        raise HeadingsError(sentence % {"headings": "، ".join(missing)})
