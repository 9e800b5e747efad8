"""What a feature brings to be importable, and what passes between it and the import.

A feature registers its kind by Wagtail's hook `register_prcouncil_import`; this package knows none
of them.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from wagtail import hooks

from wagtail_prcouncil.exchange.cells import is_too_long, too_long
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.states import LineState
from wagtail_prcouncil.exchange.tables import Words

HOOK = "register_prcouncil_import"
Runs = TypeVar("Runs", bound=QuerySet[Any])


@dataclass(frozen=True)
class Line:
    """A line as read: for each column that the file has, its cells (two where it stands twice).
    `turned` are the columns from which characters were left out that turn the direction of
    writing."""

    number: int
    cells: Mapping[str, Sequence[str]]
    turned: Sequence[str] = ()


@dataclass
class Outcome:
    """What applying a line would do. Values are JSON: what `as_json` makes of stored ones.

    `changes` holds column, old and new value; `errors` column (or nothing) and sentence, `notes` as
    well, of what is no mistake.
    """

    line: int
    title: str = ""
    state: str = LineState.UNCHANGED
    changes: list[tuple[str, Any, Any]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, column: str, sentence: str) -> None:
        self.state = LineState.ERROR
        self.errors.append((column, sentence))


class Step(NamedTuple):
    """One change: the place of its line, from 0, and a verb. Steps of one level do not wait
    for one another; lower levels come first."""

    place: int
    verb: str
    level: int


@dataclass(frozen=True)
class Check:
    """The outcome of each line, in their order, and the steps in the order of applying them."""

    outcomes: Sequence[Outcome]
    steps: Sequence[Step]


class LinesChangedError(Exception):
    """Rows are not as the check found them; `sentences` by index of the line."""

    def __init__(self, sentences: Mapping[int, str]) -> None:
        super().__init__("; ".join(sentences.values()))
        self.sentences = sentences


class ImportKind(ABC):
    """Lines that become rows of one model."""

    name: ClassVar[str]
    label: ClassVar[Words]
    permissions: ClassVar[tuple[str, ...]]
    required: ClassVar[tuple[str, ...]] = ()  # columns that a file must have
    # Whether the other lines may be imported while some have errors: where none needs another.
    leaves_errors_out: ClassVar[bool] = False
    passed_over: ClassVar[tuple[Words, ...]] = ()  # headings of columns that only explain

    @abstractmethod
    def columns(self) -> Sequence[ImportColumn]:
        """May ask the database, once for each check."""

    @abstractmethod
    def check(self, lines: Sequence[Line], *, by: AbstractBaseUser | None) -> Check:
        """What applying the lines would do; writes nothing. `by` has the permissions; whether he
        has them for each row is the kind's to ask. None is a command, which may everything."""

    @abstractmethod
    def apply(
        self,
        lines: Sequence[Line],
        steps: Sequence[Step],
        expected: Sequence[Outcome],
        *,
        by: AbstractBaseUser | None,
    ) -> None:
        """Carry out some steps, inside a transaction. Raises LinesChangedError where a row is no
        longer as `expected` (the outcomes of the check, by index)."""

    def runs_of(self, user: Any, runs: Runs) -> Runs:
        """Of the imports of this kind those that a user may see and carry on."""
        return runs


def installed() -> dict[str, ImportKind]:
    """The kinds of the installed features by name."""
    return {kind.name: kind for register in hooks.get_hooks(HOOK) for kind in [register()]}


def parse_line(
    columns: Sequence[ImportColumn], line: Line
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The stored value of each column that the file has, and the errors (column, sentence)."""
    values: dict[str, Any] = {}
    errors: list[tuple[str, str]] = []
    for column in columns:
        if column.name not in line.cells:
            continue
        filled = [cell for cell in line.cells[column.name] if cell] or [""]
        if any(map(is_too_long, filled)):
            errors.append((column.name, too_long()))
            continue
        try:
            said = [column.parse(cell) for cell in filled]
        except ValidationError as error:
            errors += [(column.name, sentence) for sentence in error.messages]
            continue
        if any(value != said[0] for value in said):
            sentence = gettext("The cells of this column disagree: %(cells)s")
            errors.append((column.name, sentence % {"cells": " ≠ ".join(filled)}))
            continue
        values[column.name] = said[0]
    return values, errors


def turned_notes(line: Line) -> list[tuple[str, str]]:
    """What an `Outcome` notes of the line as read."""
    sentence = gettext("Invisible characters that turn the direction of writing were left out.")
    return [(column, sentence) for column in line.turned]


def as_json(value: Any) -> Any:
    """A stored value as reports keep it: dates in ISO form, tuples as lists, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
