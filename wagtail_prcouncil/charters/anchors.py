"""Anchors of clauses: given once, never given again, in the manner of an eId of Akoma Ntoso."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

PREFIXES = ("art", "para", "point")
"""Of the three levels: article, paragraph, point."""


def give(clauses: Any, taken: Iterable[str] = ()) -> None:
    """Give an anchor to each clause of a stream that has none.

    A number of its level that no clause of this text and none in `taken` (those of adopted
    versions) ever had: what a link points at stays what it was, however clauses are renumbered.
    """
    known = {*taken, *(anchor for anchor in _given(clauses))}
    _give(clauses, known, level=0, above="")


def twice(clauses: Any) -> set[str]:
    """Those that stand at more than one clause, as after a clause was duplicated."""
    seen: set[str] = set()
    found: set[str] = set()
    for anchor in _given(clauses):
        (found if anchor in seen else seen).add(anchor)
    return found


def renew_twins(clauses: Any) -> None:
    """Of two clauses with one anchor the second is new: its anchor is taken from it, and `give`
    gives it another."""
    seen: set[str] = set()
    for value in _values(clauses):
        if value["anchor"] in seen:
            value["anchor"] = ""
        elif value["anchor"]:
            seen.add(value["anchor"])


def _give(clauses: Any, known: set[str], level: int, above: str) -> None:
    if not clauses:
        return
    prefix = f"{above}__{PREFIXES[level]}" if above else PREFIXES[level]
    pattern = re.compile(rf"{re.escape(prefix)}_([0-9]+)[a-z]*\Z")
    for child in clauses:
        value = child.value
        if not value["anchor"]:
            numbers = [int(found[1]) for anchor in known if (found := pattern.match(anchor))]
            value["anchor"] = f"{prefix}_{max(numbers, default=0) + 1}"
            known.add(value["anchor"])
        _give(value.get("parts") or (), known, level + 1, value["anchor"])


def _values(clauses: Any) -> Iterator[Any]:
    for child in clauses:
        yield child.value
        yield from _values(child.value.get("parts") or ())


def _given(clauses: Any) -> Iterator[str]:
    return (value["anchor"] for value in _values(clauses) if value["anchor"])
