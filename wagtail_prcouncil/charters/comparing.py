"""What has changed between two texts of a charter, clause by clause and word by word.

Pure: two texts in the shape of `texts.py` in, plain values out. Clauses are the same where their
anchors are, however they were renumbered or moved.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail_prcouncil.charters import wording
from wagtail_prcouncil.charters.states import Change
from wagtail_prcouncil.charters.texts import Clause, every_clause
from wagtail_prcouncil.charters.wording import Line

RICH = ("text", "note", "rationale")
PLAIN = ("title", "scope")


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one part of a clause ("heading", "text", "note", "rationale"), or of the words around the
    clauses: its lines with what was taken out and put in. No lines where the words are the same and
    only links or emphasis differ."""

    part: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What became of a clause, in at least one way. `clause` is it as it stands, else as it stood;
    `before` is None of an added one. `is_marked` and `is_unmarked` say that it can be measured now,
    or no more."""

    clause: Clause
    kinds: tuple[Change, ...]
    before: Clause | None
    differences: tuple[Difference, ...]

    @property
    def is_relabelled(self) -> bool:
        return Change.RELABELLED in self.kinds

    @property
    def is_marked(self) -> bool:
        return self._was_measurable is False and self.clause.is_measurable

    @property
    def is_unmarked(self) -> bool:
        return self._was_measurable is True and not self.clause.is_measurable

    @property
    def _was_measurable(self) -> bool | None:
        return self.before.is_measurable if self.before else None


@dataclass(frozen=True, slots=True)
class Row:
    """An appendix or a legal reference that was added, taken out or changed."""

    title: str
    kind: Change
    lines: tuple[Line, ...] = ()
    has_other_file: bool = False
    """Whether the document is another, or the address."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs; empty parts where nothing does."""

    clauses: tuple[ClauseChange, ...]
    words: tuple[Difference, ...]
    """Title, scope and preamble."""
    appendices: tuple[Row, ...]
    references: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.words or self.appendices or self.references)

    @property
    def counted(self) -> Mapping[Change, int]:
        """How many clauses were added, changed… One that was changed and moved counts for both."""
        return Counter(kind for change in self.clauses for kind in change.kinds)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """The same in a fixed order, without those of which there is none."""
        return [(str(kind), self.counted[kind]) for kind in Change if kind in self.counted]


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """From one text to another, in the order in which the later one is read."""
    return Comparison(
        tuple(_clauses(before, after)),
        tuple(_words(before, after)),
        tuple(_rows(before["appendices"], after["appendices"])),
        tuple(_rows(before["references"], after["references"])),
    )


def _clauses(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[ClauseChange]:
    old = {clause.anchor: clause for clause in every_clause(before)}
    new = {clause.anchor: clause for clause in every_clause(after)}
    moved = _moved(_families(before), _families(after))
    gone = _gone_after(list(old), new)
    yield from (_removed(old[anchor]) for anchor in gone.get("", ()))
    for anchor, clause in new.items():
        change = _change(old.get(anchor), clause, anchor in moved)
        if change is not None:
            yield change
        yield from (_removed(old[anchor]) for anchor in gone.get(anchor, ()))


def _removed(clause: Clause) -> ClauseChange:
    return ClauseChange(clause, (Change.REMOVED,), clause, tuple(_parts(clause, None)))


def _change(old: Clause | None, new: Clause, is_moved: bool) -> ClauseChange | None:
    if old is None:
        return ClauseChange(new, (Change.ADDED,), None, tuple(_parts(None, new)))
    differences = tuple(_parts(old, new))
    is_changed = bool(differences) or old.is_measurable != new.is_measurable
    found = {
        Change.CHANGED: is_changed,
        Change.RELABELLED: old.label != new.label,
        Change.MOVED: is_moved,
    }
    kinds = tuple(kind for kind, is_so in found.items() if is_so)
    return ClauseChange(new, kinds, old, differences) if kinds else None


def _parts(old: Clause | None, new: Clause | None) -> Iterator[Difference]:
    headings = (old.heading if old else "", new.heading if new else "")
    if headings[0] != headings[1]:
        yield Difference("heading", wording.plain_difference(*headings))
    for name in RICH:
        pair = (getattr(old, name) if old else "", getattr(new, name) if new else "")
        if pair[0] != pair[1]:
            yield Difference(name, wording.rich_difference(*pair))


def _words(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for name in PLAIN:
        if before[name] != after[name]:
            yield Difference(name, wording.plain_difference(before[name], after[name]))
    if before["preamble"] != after["preamble"]:
        pair = before["preamble"], after["preamble"]
        yield Difference("preamble", wording.rich_difference(*pair))


def _rows(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    old = {row["id"]: row for row in before}
    new = {row["id"]: row for row in after}
    for key, row in new.items():
        if key not in old:
            lines = wording.rich_difference("", row.get("text", ""))
            yield Row(row["title"], Change.ADDED, lines)
        elif dict(row) != dict(old[key]):
            yield _changed_row(old[key], row)
    for key, row in old.items():
        if key not in new:
            yield Row(row["title"], Change.REMOVED)


def _changed_row(old: Mapping[str, Any], new: Mapping[str, Any]) -> Row:
    titles = wording.plain_difference(old["title"], new["title"])
    lines = titles if old["title"] != new["title"] else ()
    if old.get("text", "") != new.get("text", ""):
        lines += wording.rich_difference(old.get("text", ""), new.get("text", ""))
    what = ("document_sha256", "url")
    is_other = any(old.get(name) != new.get(name) for name in what)
    return Row(new["title"], Change.CHANGED, lines, is_other)


def _families(text: Mapping[str, Any]) -> dict[str, list[str]]:
    """Anchors by that of the clause above, in their order."""
    found: dict[str, list[str]] = {}
    _gather(text["clauses"], "", found)
    return found


def _gather(rows: Sequence[Mapping[str, Any]], above: str, found: dict[str, list[str]]) -> None:
    found[above] = [row["anchor"] for row in rows]
    for row in rows:
        _gather(row["parts"], row["anchor"], found)


def _moved(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> set[str]:
    """Those that stand below another clause now, and the fewest without which those that are left
    would stand in the order that they had."""
    above = {anchor: parent for parent, anchors in before.items() for anchor in anchors}
    found = set()
    for parent, anchors in after.items():
        stayed = [anchor for anchor in anchors if above.get(anchor) == parent]
        found |= {anchor for anchor in anchors if anchor in above} - {*stayed}
        place = {anchor: number for number, anchor in enumerate(before.get(parent, ()))}
        kept = longest_rise([place[anchor] for anchor in stayed])
        found |= {anchor for anchor in stayed if place[anchor] not in kept}
    return found


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The longest part of a sequence of different numbers that rises, in n log n steps."""
    ends: list[int] = []  # indexes into numbers, of the smallest end of a rise of each length
    before: list[int | None] = [None] * len(numbers)
    for index, number in enumerate(numbers):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if numbers[ends[middle]] < number else (low, middle)
        before[index] = ends[low - 1] if low else None
        ends[low : low + 1] = [index]
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(numbers[step])
        step = before[step]
    return found


def _gone_after(old: Iterable[str], new: Mapping[str, Any]) -> dict[str, list[str]]:
    """Anchors that are gone, by the one before them that is still there; "" at the beginning."""
    found: dict[str, list[str]] = {}
    last = ""
    for anchor in old:
        if anchor in new:
            last = anchor
        else:
            found.setdefault(last, []).append(anchor)
    return found
