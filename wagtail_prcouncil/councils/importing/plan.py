"""The lines of a file laid over what there is: what each would do, found without writing."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext

from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.importing.resolving import (
    agency_of,
    council_of,
    person_of,
    place_of,
)
from wagtail_prcouncil.councils.importing.rows import Rows
from wagtail_prcouncil.councils.importing.stays import (
    Entry,
    Meant,
    Values,
    appointed,
    corrected,
    said_again,
    span_of,
)
from wagtail_prcouncil.councils.rules import CouncilError, check_span
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.kinds import Line, Outcome, parse_line
from wagtail_prcouncil.exchange.states import LineState

NEEDED = ("council", "name", "since")
OF_PLACE = {"role", "seat", "agency_code", "since"}
COLUMNS = {"person": "name", "agency": "agency_code", "is_voting": "agency_code", "label": "seat"}
"""Inputs of the actions whose columns are called otherwise."""

Found = TypeVar("Found")
Asked = ParamSpec("Asked")


@dataclass
class Plan:
    """Outcomes by place of the line, and entries of those that change something, older stays
    first."""

    outcomes: dict[int, Outcome]
    entries: dict[int, Entry]


def lay_over(
    columns: Sequence[ImportColumn],
    lines: Mapping[int, Line],
    *,
    by: AbstractBaseUser | None,
    is_locked: bool = False,
) -> Plan:
    """`is_locked` for a plan that is carried out at once: nobody else changes these councils until
    the transaction ends."""
    said: dict[int, Values] = {}
    outcomes: dict[int, Outcome] = {}
    for index, line in lines.items():
        said[index], outcomes[index] = _read(columns, line)
    rows = Rows.read(said.values(), by, is_locked=is_locked)
    entries: dict[int, Entry] = {}
    for index in sorted(said, key=lambda index: (_begins(said[index]), index)):
        entry = _entry(said[index], rows, outcomes[index])
        if entry is not None and outcomes[index].state != LineState.UNCHANGED:
            entries[index] = entry
    return Plan(outcomes, entries)


def _read(columns: Sequence[ImportColumn], line: Line) -> tuple[Values, Outcome]:
    values, errors = parse_line(columns, line)
    outcome = Outcome(line.number, title=values.get("name", ""))
    for column, sentence in errors:
        outcome.refuse(column, sentence)
    refused = _refused(outcome)
    for column in NEEDED:
        if not values.get(column) and column not in refused:
            outcome.refuse(column, gettext("Every line needs this."))
    return _with_precision(values), outcome


def _with_precision(values: Values) -> Values:
    """An exported table has a whole day, and beside it how exactly it is known."""
    for name in ("since", "until"):
        precision = values.pop(f"{name}_precision", "")
        if values.get(name) and precision:
            values[name] = KnownDay.stored(values[name].day, precision)
    return values


def _begins(said: Values) -> dt.date:
    return said["since"].day if said.get("since") else dt.date.max


def _entry(said: Values, rows: Rows, outcome: Outcome) -> Entry | None:
    """None for a line with a mistake. All that are to be seen are told at once: whatever does not
    hang on what is wrong is looked at nevertheless."""
    home = _tried(outcome, council_of, said, rows) if said.get("council") else None
    if home is not None and said.get("name"):
        outcome.title = f"{said['name']} ({home.council.title})"
    agency = _tried(outcome, agency_of, said, rows)
    if said.get("since"):
        _tried(outcome, check_span, span_of(said))
    place = None
    if home is not None and not _refused(outcome) & OF_PLACE:
        place = _tried(outcome, place_of, said, agency, said["since"], home, rows)
    person = None
    if home is not None and said.get("name") and "name_en" not in _refused(outcome):
        person = _tried(outcome, person_of, said, rows, home)
    if outcome.errors or home is None or place is None or person is None:
        return None
    meant = Meant(said, home, place, person, agency)
    return _tried(outcome, _stay_of, meant, rows, outcome)


def _stay_of(meant: Meant, rows: Rows, outcome: Outcome) -> Entry:
    known = meant.known()
    if known is None:
        return appointed(meant, rows, outcome)
    if known.letter is not None:
        return said_again(meant, known, outcome)
    return corrected(meant, known, rows, outcome)


def _tried(
    outcome: Outcome,
    find: Callable[Asked, Found],
    *args: Asked.args,
    **kwargs: Asked.kwargs,
) -> Found | None:
    """None where it is refused; the line is told why."""
    try:
        return find(*args, **kwargs)
    except CouncilError as error:
        outcome.refuse(COLUMNS.get(error.field, error.field), str(error))
        return None


def _refused(outcome: Outcome) -> set[str]:
    return {column for column, _sentence in outcome.errors}
