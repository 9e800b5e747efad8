"""A run's report as people read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext

from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.kinds import Outcome
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.states import LineState


class ShownChange(NamedTuple):
    """A column's title, what the register says, and what the file says."""

    title: str
    old: str
    new: str


class ShownRemark(NamedTuple):
    """A column's title, or nothing, and what is wrong or worth knowing there."""

    title: str
    sentence: str


@dataclass(frozen=True)
class ShownLine:
    """One line of the report."""

    number: int
    title: str
    state: LineState
    changes: Sequence[ShownChange]
    errors: Sequence[ShownRemark]
    notes: Sequence[ShownRemark]


class Tally(NamedTuple):
    """How many lines came out one way; `state` is empty for all of them."""

    state: str
    label: str
    number: int


def tallies(run: ImportRun) -> list[Tally]:
    """All lines, then those of each outcome that occurs, what needs attention first."""
    states = [Tally(state, str(state.label), run.count(state)) for state in LineState]
    everything = Tally("", gettext("all lines"), sum(tally.number for tally in states))
    return [everything, *(tally for tally in states if tally.number)]


def shown_lines(outcomes: Sequence[Outcome], columns: Sequence[ImportColumn]) -> list[ShownLine]:
    by_name = {column.name: column for column in columns}
    return [_shown(outcome, by_name) for outcome in outcomes]


def _shown(outcome: Outcome, columns: dict[str, ImportColumn]) -> ShownLine:
    changes = [
        ShownChange(columns[name].title(), _said(columns[name], old), _said(columns[name], new))
        for name, old, new in outcome.changes
        if name in columns
    ]
    state = LineState(outcome.state)
    errors, notes = _remarks(outcome.errors, columns), _remarks(outcome.notes, columns)
    return ShownLine(outcome.line, outcome.title, state, changes, errors, notes)


def _remarks(
    said: Sequence[tuple[str, str]], columns: dict[str, ImportColumn]
) -> list[ShownRemark]:
    return [
        ShownRemark(columns[name].title() if name in columns else "", sentence)
        for name, sentence in said
    ]


def _said(column: ImportColumn, value: Any) -> str:
    return column.show(value) if value else ""
