"""The register comes in: agencies from CSV or XLSX, by code."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.importing.columns import CLOSING, columns
from wagtail_prcouncil.directory.importing.ordering import WRITE, steps_in_order
from wagtail_prcouncil.directory.importing.plan import Entry, Plan, describe, lay_over
from wagtail_prcouncil.directory.importing.register import Register
from wagtail_prcouncil.directory.importing.rules import refuse_impossible
from wagtail_prcouncil.directory.importing.writing import write
from wagtail_prcouncil.directory.models import Agency, Province
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
    permissions = ("prcouncil_directory.add_agency", "prcouncil_directory.change_agency")
    required = ("code",)
    passed_over: ClassVar = (_("belongs to"), "وابسته به", "نام دستگاه بالادست")

    def columns(self) -> Sequence[ImportColumn]:
        return columns(Province.objects.by_name())

    def check(self, lines: Sequence[Line]) -> Check:
        plan = self._plan(lines, Register.read())
        steps = steps_in_order(plan)
        describe(plan)
        return Check(plan.outcomes, steps)

    def apply(
        self,
        lines: Sequence[Line],
        steps: Sequence[Step],
        expected: Sequence[Outcome],
        *,
        by: AbstractBaseUser | None,
    ) -> None:
        """Nobody else changes the tree meanwhile: it is locked, as `actions.close_agency` locks it,
        before it is read and compared with what the check found."""
        list(Agency.objects.select_for_update().order_by("pk").values_list("pk"))
        plan = self._plan(lines, Register.read())
        entries = {entry.index: entry for entry in plan.entries.values()}
        _refuse_changed(plan, entries, steps, expected)
        for (_level, verb), group in groupby(steps, key=lambda step: (step.level, step.verb)):
            due = [entries[step.place] for step in group]
            if verb == WRITE:
                write([e for e in due if e.has_new_words], plan.register, by=by)
            else:
                _close(due, plan.register, by)

    def _plan(self, lines: Sequence[Line], register: Register) -> Plan:
        plan = lay_over(register, columns(register.provinces.values()), lines)
        refuse_impossible(plan)
        return plan


def _close(entries: Sequence[Entry], register: Register, by: AbstractBaseUser | None) -> None:
    for entry in entries:
        close_agency(
            register.agencies[entry.code],
            on=entry.after["closed_on"],
            reason=entry.after["closing_reason"],
            successors=[register.agencies[code] for code in entry.after["successors"]],
            by=by,
        )


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
        if outcome.state == LineState.ERROR or entry is None:
            sentences[step.place] = " ".join(sentence for _column, sentence in outcome.errors)
        elif step.verb == WRITE and entry.is_new != (expected[step.place].state == LineState.NEW):
            sentences[step.place] = gettext("Somebody has added or deleted it since the check.")
        elif news := _unexpected(entry, step, expected[step.place]):
            sentence = gettext("Since the check somebody has changed: %(columns)s")
            sentences[step.place] = sentence % {"columns": "، ".join(news)}
    if sentences:
        raise LinesChangedError(sentences)


def _unexpected(entry: Entry, step: Step, expected: Outcome) -> list[str]:
    """Titles of the columns that this step would change otherwise than shown."""
    shown = [tuple(change) for change in expected.changes]
    return [
        column
        for column, old, new in entry.changes()
        if (column in CLOSING) == (step.verb != WRITE)
        and (column, as_json(old), as_json(new)) not in shown
    ]
