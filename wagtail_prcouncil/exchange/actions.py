"""The life of an import: checked, started, advanced batch by batch, or withdrawn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.exchange.headings import by_columns
from wagtail_prcouncil.exchange.kinds import (
    Check,
    ImportKind,
    LinesChangedError,
    Outcome,
    installed,
)
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import SheetLine
from wagtail_prcouncil.exchange.states import LineState, RunState, sources

BATCH = 100


class ImportRunError(Exception):
    """A rule of imports was broken; the sentence is for people."""


class ConflictError(ImportRunError):
    """Somebody else started, ended or withdrew the import first."""


def check_file(
    kind: ImportKind,
    read: Sequence[SheetLine],
    *,
    file_name: str,
    by: AbstractBaseUser | None = None,
) -> ImportRun:
    """Keep a file's lines with the report of what they would do; nothing else is written.

    Raises PermissionDenied and HeadingsError. `by` is None for commands.
    """
    _may(kind, by)
    table = by_columns(kind, read)
    check = kind.check(table.lines)
    with transaction.atomic():
        run = ImportRun.objects.create(
            kind=kind.name,
            file_name=file_name[-255:],
            lines=[asdict(line) for line in table.lines],
            unknown_headings=list(table.unknown),
            checked_at=timezone.now(),
            checked_by=by,
            **_report(check),
        )
        log(run, "prcouncil_exchange.check", user=by, data={"counts": run.counts})
    return run


def check_again(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Compare the lines with the register as it is now, after a stop or a while.

    Lines that have been applied come out unchanged. Raises PermissionDenied and ConflictError.
    """
    kind = installed()[run.kind]
    _may(kind, by)
    check = kind.check(run.read_lines)
    with transaction.atomic():
        _move(run, RunState.CHECKED, next_step=0, failure="", ended_at=None, **_report(check))
        log(run, "prcouncil_exchange.check", user=by, data={"counts": run.counts})
    return run


def start(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Of two who start at once one wins. Raises PermissionDenied, ImportRunError while a line has
    an error, ConflictError."""
    _may(installed()[run.kind], by)
    if run.count(LineState.ERROR):
        raise ImportRunError(gettext("Nothing is imported while a line has an error."))
    with transaction.atomic():
        begun: dict[str, Any] = {"next_step": 0, "started_at": timezone.now(), "started_by": by}
        _move(run, RunState.RUNNING, expected=RunState.CHECKED, **begun)
        log(run, "prcouncil_exchange.start", user=by, data={"counts": run.counts})
    return run


def advance(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Apply the next batch, in one transaction with the note how far it is.

    A run that was broken off goes on by this too. When rows have changed since the check, nothing
    of the batch is kept, the run stops, and its report says which. Raises PermissionDenied, and
    ConflictError when somebody else has taken the batch.
    """
    kind = installed()[run.kind]
    _may(kind, by)
    begin = run.next_step
    try:
        with transaction.atomic():
            _apply_batch(kind, run, by)
    except LinesChangedError as error:
        _stop(run, begin, dict(error.sentences), by)
    except IntegrityError:
        _stop(run, begin, {}, by)
    return run


def withdraw(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Give it up; what was applied before a stop stays. Raises PermissionDenied, ConflictError."""
    _may(installed()[run.kind], by)
    with transaction.atomic():
        _move(run, RunState.WITHDRAWN, ended_at=timezone.now())
        log(run, "prcouncil_exchange.withdraw", user=by)
    return run


def _may(kind: ImportKind, by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perms(kind.permissions):
        raise PermissionDenied


def _report(check: Check) -> dict[str, Any]:
    return {
        "report": [asdict(outcome) for outcome in check.outcomes],
        "counts": dict(Counter(str(outcome.state) for outcome in check.outcomes)),
        "steps": [list(step) for step in check.steps],
    }


def _move(
    run: ImportRun, state: RunState, *, expected: str = "", begin: int | None = None, **fields: Any
) -> None:
    """The guarded change: only from a state that leads here and, where `begin` is given, only if
    nobody has advanced the run meanwhile."""
    rows = ImportRun.objects.filter(pk=run.pk, state__in=[expected] if expected else sources(state))
    if begin is not None:
        rows = rows.filter(next_step=begin)
    fields["state"] = state
    if not rows.update(**fields):
        raise ConflictError(_who_was_first(run))
    for name, value in fields.items():
        setattr(run, name, value)


def _who_was_first(run: ImportRun) -> str:
    now = ImportRun.objects.light().select_related("started_by").filter(pk=run.pk).first()
    if now is not None and now.state == RunState.RUNNING and now.started_by:
        sentence = gettext("%(user)s has started this import already.")
        return sentence % {"user": now.started_by}
    state = now.get_state_display() if now else gettext("deleted")
    return gettext("This import has changed meanwhile: %(state)s.") % {"state": state}


def _apply_batch(kind: ImportKind, run: ImportRun, by: AbstractBaseUser | None) -> None:
    begin, steps = run.next_step, run.read_steps
    batch = steps[begin : begin + BATCH]
    is_last = begin + len(batch) == len(steps)
    # First, so that a second process waits here for the first, and then finds it done.
    state = RunState.DONE if is_last else RunState.RUNNING
    ended = {"ended_at": timezone.now()} if is_last else {}
    moved: dict[str, Any] = {"next_step": begin + len(batch), **ended}
    _move(run, state, expected=RunState.RUNNING, begin=begin, **moved)
    try:
        kind.apply(run.read_lines, batch, run.outcomes, by=by)
    except (LinesChangedError, IntegrityError):
        run.next_step, run.state, run.ended_at = begin, RunState.RUNNING, None
        raise
    if is_last:
        log(run, "prcouncil_exchange.finish", user=by, data={"counts": run.counts})


def _stop(
    run: ImportRun, begin: int, sentences: dict[int, str], by: AbstractBaseUser | None
) -> None:
    outcomes: list[Outcome] = run.outcomes
    for index, sentence in sentences.items():
        outcomes[index].state = LineState.CONFLICT
        outcomes[index].errors = [("", sentence)]
    report = _report(Check(outcomes, run.read_steps))
    failure = gettext("Rows have changed since the check. Nothing of this batch was written.")
    with transaction.atomic():
        ended: dict[str, Any] = {"ended_at": timezone.now(), "failure": failure}
        _move(run, RunState.FAILED, begin=begin, **ended, **report)
        log(run, "prcouncil_exchange.stop", user=by, data={"next_step": begin})
