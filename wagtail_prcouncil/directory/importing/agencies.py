"""The register comes in: agencies from CSV or XLSX, by code."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.importing.actions import PERMISSIONS, import_agencies
from wagtail_prcouncil.directory.importing.columns import CLOSING, columns
from wagtail_prcouncil.directory.importing.ordering import WRITE, hold_back, steps_in_order
from wagtail_prcouncil.directory.importing.plan import Entry, Plan, describe, lay_over
from wagtail_prcouncil.directory.importing.register_rows import RegisterRows
from wagtail_prcouncil.directory.importing.rules import refuse_impossible
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.rules import DirectoryError
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.kinds import (
    Check,
    ImportKind,
    Line,
    LinesChangedError,
    Outcome,
    Step,
    as_json,
)
from wagtail_prcouncil.exchange.states import LineState


class AgencyImport(ImportKind):
    """A line makes the agency of its code or changes it; cells left empty empty their field, and
    columns left out leave it as it is."""

    name = "agencies"
    label = _("agencies")
    permissions = PERMISSIONS
    required = ("code",)
    passed_over: ClassVar = (_("belongs to"), "وابسته به", "نام دستگاه بالادست")

    def columns(self) -> Sequence[ImportColumn]:
        return columns(Province.objects.by_name())

    def check(self, lines: Sequence[Line], *, by: AbstractBaseUser | None = None) -> Check:
        register = RegisterRows.read()
        plan = lay_over(register, columns(register.provinces.values()), dict(enumerate(lines)))
        refuse_impossible(plan)
        steps = steps_in_order(plan)
        describe(plan)
        return Check(list(plan.outcomes.values()), steps)

    def apply(
        self,
        lines: Sequence[Line],
        steps: Sequence[Step],
        expected: Sequence[Outcome],
        *,
        by: AbstractBaseUser | None,
    ) -> None:
        """Nobody else changes the tree meanwhile: it is locked, as `actions.close_agency` locks it,
        before it is read and compared with what the check found. Only the lines of these steps
        are laid over it: what earlier batches wrote may have been changed or deleted since."""
        Agency.objects.locked_tree()
        register = RegisterRows.read()
        due = {place: lines[place] for place in sorted({step.place for step in steps})}
        plan = lay_over(register, columns(register.provinces.values()), due)
        hold_back(plan, steps)
        refuse_impossible(plan)
        entries = {entry.index: entry for entry in plan.entries.values()}
        _refuse_changed(plan, entries, steps, expected)
        for (_level, verb), group in groupby(steps, key=lambda step: (step.level, step.verb)):
            those = [entries[step.place] for step in group]
            if verb == WRITE:
                import_agencies([e for e in those if e.has_new_words], register, by=by)
            else:
                _close([e for e in those if e.is_closing], register, by)


def _close(entries: Sequence[Entry], register: RegisterRows, by: AbstractBaseUser | None) -> None:
    for entry in entries:
        try:
            close_agency(
                register.agencies[entry.code],
                on=entry.after["closed_on"],
                reason=entry.after["closing_reason"],
                successors=[register.agencies[code] for code in entry.after["successors"]],
                by=by,
            )
        except DirectoryError as error:
            raise LinesChangedError({entry.index: str(error)}) from error


def _refuse_changed(
    plan: Plan,
    entries: dict[int, Entry],
    steps: Sequence[Step],
    expected: Sequence[Outcome],
) -> None:
    """Raise LinesChangedError where a step would do other than what the check has shown."""
    sentences: dict[int, str] = {}
    for step in steps:
        outcome, entry = plan.outcomes[step.place], entries.get(step.place)
        if entry is None or _has_come_or_gone(entry, steps, expected[step.place]):
            sentences[step.place] = gettext("Somebody has added or deleted it since the check.")
        elif outcome.state == LineState.ERROR:
            sentences[step.place] = " ".join(sentence for _column, sentence in outcome.errors)
        elif news := _unexpected(entry, step, expected[step.place]):
            sentence = gettext("Since the check somebody has changed: %(columns)s")
            sentences[step.place] = sentence % {"columns": "، ".join(news)}
    if sentences:
        raise LinesChangedError(sentences)


def _has_come_or_gone(entry: Entry, steps: Sequence[Step], expected: Outcome) -> bool:
    """Whether an agency that these steps should make is there, or one they should change is not;
    a new one that is only to be closed was made by a batch before."""
    is_written = any(step.place == entry.index and step.verb == WRITE for step in steps)
    return entry.is_new != (is_written and expected.state == LineState.NEW)


def _unexpected(entry: Entry, step: Step, expected: Outcome) -> list[str]:
    """Titles of the columns that this step would change otherwise than shown."""
    shown = [tuple(change) for change in expected.changes]
    return [
        column
        for column, old, new in entry.changes()
        if (column in CLOSING) == (step.verb != WRITE)
        and (column, as_json(old), as_json(new)) not in shown
    ]
