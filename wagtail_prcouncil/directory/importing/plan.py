"""A file and the register laid over each other: how every agency would stand afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext

from wagtail_prcouncil.directory.importing.columns import CLOSING
from wagtail_prcouncil.directory.importing.register_rows import EMPTY, RegisterRows
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.kinds import Line, Outcome, as_json, parse_line
from wagtail_prcouncil.exchange.states import LineState
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.text import fold

NEEDED = ("name", "kind")  # no cell can empty these


class NameKey(NamedTuple):
    """What only one open agency may have."""

    name: str
    province: str
    parent: str


@dataclass
class Entry:
    """An agency of the file: as it stands (None if it is new), and as it would stand."""

    index: int
    code: str
    before: dict[str, Any] | None
    after: dict[str, Any]
    outcome: Outcome
    closes_later: bool = False  # in a batch after the one that is being applied

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def was_closed(self) -> bool:
        return self.before is not None and self.before["closed_on"] is not None

    @property
    def is_closing(self) -> bool:
        return self.after["closed_on"] is not None and not self.was_closed

    @property
    def has_new_words(self) -> bool:
        return any(column not in CLOSING for column, _old, _new in self.changes())

    def changes(self) -> list[tuple[str, Any, Any]]:
        before = self.before or EMPTY
        return [
            (column, before[column], value)
            for column, value in self.after.items()
            if before[column] != value
        ]


@dataclass
class Plan:
    """The entries by code and the outcomes by place of the line, beside the register."""

    register: RegisterRows
    entries: dict[str, Entry] = field(default_factory=dict)
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    def stands(self, code: str) -> dict[str, Any] | None:
        """An agency as it would stand, whether the file names it or not."""
        entry = self.entries.get(code)
        return entry.after if entry else self.register.values(code)

    def everything(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for code in {**self.register.agencies, **self.entries}:
            after = self.stands(code)
            if after is not None:
                yield code, after

    def line_of(self, code: str) -> int | None:
        entry = self.entries.get(code)
        return entry.outcome.line if entry else None


def lay_over(
    register: RegisterRows, columns: Sequence[ImportColumn], lines: Mapping[int, Line]
) -> Plan:
    """The plan of the lines by their place, with errors where a line alone makes no sense."""
    plan = Plan(register)
    for index, line in lines.items():
        values, errors = parse_line(columns, line)
        code = values.get("code", "")
        outcome = Outcome(line.number, title=values.get("name") or code)
        plan.outcomes[index] = outcome
        for column, sentence in errors:
            outcome.refuse(column, sentence)
        if not code:
            if not errors:
                outcome.refuse("code", gettext("Every line needs a code."))
            continue
        if code in plan.entries:
            _refuse_twice(outcome, plan.entries[code].outcome)
            continue
        before = register.values(code)
        said = {name: value for name, value in values.items() if value or name not in NEEDED}
        entry = Entry(index, code, before, {**(before or EMPTY), **said}, outcome)
        outcome.title = entry.after["name"] or code
        if before is None:
            _refuse_unfinished(entry, {column for column, _sentence in errors})
        plan.entries[code] = entry
    return plan


def describe(plan: Plan) -> None:
    """What becomes of each line that no rule has refused."""
    for entry in plan.entries.values():
        if entry.outcome.state == LineState.ERROR:
            continue
        entry.outcome.changes = [
            (column, as_json(old), as_json(new)) for column, old, new in entry.changes()
        ]
        if entry.outcome.changes:
            entry.outcome.state = LineState.NEW if entry.is_new else LineState.CHANGED


def name_key(after: dict[str, Any]) -> NameKey:
    return NameKey(fold(after["name"])[:200], after["province"], after["parent"])


def _refuse_twice(outcome: Outcome, first: Outcome) -> None:
    sentence = gettext("This code stands in line %(line)s too.")
    outcome.refuse("code", sentence % {"line": in_numerals(first.line)})
    if first.state != LineState.ERROR:
        first.refuse("code", sentence % {"line": in_numerals(outcome.line)})


def _refuse_unfinished(entry: Entry, refused: set[str]) -> None:
    for column in NEEDED:
        if not entry.after[column] and column not in refused:
            entry.outcome.refuse(column, gettext("A new agency needs this."))
