"""The import of members: a kind of `exchange`."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.importing.columns import columns
from wagtail_prcouncil.councils.importing.plan import Plan, lay_over
from wagtail_prcouncil.councils.importing.stays import Entry
from wagtail_prcouncil.councils.importing.writing import write
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.exchange.kinds import (
    Check,
    ImportKind,
    Line,
    LinesChangedError,
    Outcome,
    Runs,
    Step,
)
from wagtail_prcouncil.exchange.states import LineState

WRITE = "write"


class MemberImport(ImportKind):
    """A line puts somebody into a seat, or says more of a stay that is written already."""

    name = "council_members"
    label = _("members of councils")
    permissions = (Right.APPOINT.value,)
    required = ("council", "name", "since")
    leaves_errors_out = True
    passed_over: ClassVar = (_("has a vote"), _("agency"), _("on behalf of"), "دستگاه")

    def columns(self) -> Sequence[ImportColumn]:
        return columns()

    def runs_of(self, user: Any, runs: Runs) -> Runs:
        """One's own: others may be of councils that one does not keep."""
        return runs if user.is_superuser else runs.filter(checked_by=user)

    def check(self, lines: Sequence[Line], *, by: AbstractBaseUser | None) -> Check:
        plan = lay_over(columns(), dict(enumerate(lines)), by=by)
        steps = [Step(index, WRITE, 0) for index in plan.entries]
        return Check([plan.outcomes[index] for index in range(len(lines))], steps)

    def apply(
        self,
        lines: Sequence[Line],
        steps: Sequence[Step],
        expected: Sequence[Outcome],
        *,
        by: AbstractBaseUser | None,
    ) -> None:
        """The lines of these steps alone are laid over what there is now, with what earlier batches
        wrote."""
        due = {step.place: lines[step.place] for step in steps}
        plan = lay_over(columns(), due, by=by, is_locked=True)
        _refuse_changed(plan, expected)
        for index, entry in plan.entries.items():
            _write(index, entry, by)


def _write(index: int, entry: Entry, by: AbstractBaseUser | None) -> None:
    try:
        write(entry, by=by)
    except CouncilError as error:
        raise LinesChangedError({index: str(error)}) from error
    except PermissionDenied as error:
        raise LinesChangedError({index: gettext("You may not do this in this council.")}) from error


def _refuse_changed(plan: Plan, expected: Sequence[Outcome]) -> None:
    """Raise LinesChangedError where a line would do other than what the check has shown. That
    another line has made its person or its seat meanwhile is no change."""
    sentences: dict[int, str] = {}
    for index, outcome in plan.outcomes.items():
        shown = expected[index]
        if outcome.state == LineState.ERROR:
            sentences[index] = " ".join(sentence for _column, sentence in outcome.errors)
        elif outcome.state != shown.state:
            sentences[index] = gettext("Somebody has added or deleted it since the check.")
        elif _said(outcome) != _said(shown):
            sentences[index] = gettext("Somebody has changed it since the check.")
    if sentences:
        raise LinesChangedError(sentences)


def _said(outcome: Outcome) -> list[tuple[Any, ...]]:
    return [tuple(change) for change in outcome.changes if change[0] not in {"name", "seat"}]
