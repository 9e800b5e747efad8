"""The life of an import: checked, started, advanced batch by batch, or withdrawn."""

import datetime as dt
import logging
import traceback
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil import conf
from wagtail_prcouncil.exchange.headings import by_columns
from wagtail_prcouncil.exchange.kinds import (
    Check,
    ImportKind,
    Line,
    LinesChangedError,
    Outcome,
    installed,
    turned_notes,
)
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import SheetLine
from wagtail_prcouncil.exchange.states import LineState, RunState, sources

BATCH = 100
logger = logging.getLogger("wagtail_prcouncil.exchange")


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
    """Keep a file's lines with the report of what they would do; nothing else is written, and what
    was kept of imports of `IMPORT_KEPT_DAYS` ago goes.

    Raises PermissionDenied and HeadingsError. `by` is None for commands.
    """
    _may(kind, by)
    table = by_columns(kind, read)
    check = _checked(kind, table.lines, by)
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
        _clear_away(by)
    return run


def check_again(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Compare the lines with the register as it is now, after a stop or a while.

    Lines that have been applied come out unchanged. Raises PermissionDenied and ConflictError.
    """
    kind = _permitted(run, by)
    check = _checked(kind, run.read_lines, by)
    with transaction.atomic():
        fresh: dict[str, Any] = {"checked_at": timezone.now(), "checked_by": by, "next_step": 0}
        _move(run, RunState.CHECKED, failure="", ended_at=None, **fresh, **_report(check))
        log(run, "prcouncil_exchange.check", user=by, data={"counts": run.counts})
    return run


def start(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Of two who start at once one wins. Raises PermissionDenied, ImportRunError while a line has
    an error, ConflictError; the last also when the run has been checked again meanwhile."""
    kind = _permitted(run, by)
    if run.count(LineState.ERROR) and not kind.leaves_errors_out:
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
    kind = _permitted(run, by)
    begin = run.next_step
    try:
        with transaction.atomic():
            _apply_batch(kind, run, by)
    except LinesChangedError as error:
        failure = gettext("Rows have changed since the check. Nothing of this batch was written.")
        _stop(run, begin, failure, dict(error.sentences), by)
    except IntegrityError as error:
        _note(run, begin, error)
        failure = gettext(
            "The database has refused this batch, and nothing of it was written. The server's "
            "log says why."
        )
        _stop(run, begin, failure, {}, by)
    return run


def withdraw(run: ImportRun, *, by: AbstractBaseUser | None = None) -> ImportRun:
    """Give it up, also one that was broken off; what was applied before stays, and `next_step`
    says how much. Raises PermissionDenied, ConflictError."""
    _permitted(run, by)
    with transaction.atomic():
        _move(run, RunState.WITHDRAWN, begin=run.next_step, ended_at=timezone.now())
        log(run, "prcouncil_exchange.withdraw", user=by, data={"next_step": run.next_step})
    return run


def _permitted(run: ImportRun, by: AbstractBaseUser | None) -> ImportKind:
    kind = installed().get(run.kind)
    if kind is None:
        sentence = gettext("Nothing installed here imports “%(kind)s” any more.")
        raise ImportRunError(sentence % {"kind": run.kind})
    _may(kind, by)
    if by is not None and not kind.runs_of(by, ImportRun.objects.filter(pk=run.pk)).exists():
        raise PermissionDenied
    return kind


def _may(kind: ImportKind, by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perms(kind.permissions):
        raise PermissionDenied


def _checked(kind: ImportKind, lines: Sequence[Line], by: AbstractBaseUser | None) -> Check:
    check = kind.check(lines, by=by)
    for line, outcome in zip(lines, check.outcomes, strict=True):
        outcome.notes += turned_notes(line)
    return check


def _report(check: Check) -> dict[str, Any]:
    return {
        "report": [asdict(outcome) for outcome in check.outcomes],
        "counts": dict(Counter(str(outcome.state) for outcome in check.outcomes)),
        "steps": [list(step) for step in check.steps],
    }


def _move(
    run: ImportRun, state: RunState, *, expected: str = "", begin: int | None = None, **fields: Any
) -> None:
    """The guarded change: only from a state that leads here, only by the report that `run` shows
    and, where `begin` is given, only if nobody has advanced the run meanwhile."""
    rows = ImportRun.objects.filter(pk=run.pk, state__in=[expected] if expected else sources(state))
    rows = rows.filter(checked_at=run.checked_at)
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


def _note(run: ImportRun, begin: int, error: IntegrityError) -> None:
    """For those who run the site: what was refused and where, without the row's own words, which
    PostgreSQL quotes from the second line on."""
    reason = next(iter(str(error).splitlines()), "")
    place = "".join(traceback.format_tb(error.__traceback__))
    message = "Import %s stopped at change %s: %s: %s\n%s"
    logger.error(message, run.pk, begin, type(error).__name__, reason, place)


def _stop(
    run: ImportRun,
    begin: int,
    failure: str,
    sentences: dict[int, str],
    by: AbstractBaseUser | None,
) -> None:
    outcomes: list[Outcome] = run.outcomes
    for index, sentence in sentences.items():
        outcomes[index].state = LineState.CONFLICT
        outcomes[index].errors = [("", sentence)]
    report = _report(Check(outcomes, run.read_steps))
    with transaction.atomic():
        ended: dict[str, Any] = {"ended_at": timezone.now(), "failure": failure}
        _move(run, RunState.FAILED, begin=begin, **ended, **report)
        log(run, "prcouncil_exchange.stop", user=by, data={"next_step": begin})


def _clear_away(by: AbstractBaseUser | None) -> None:
    """Lines and reports of old imports go, their counts stay; who has left one that was never
    started, or not gone on after a stop, has given it up. Those that run are left alone."""
    before = timezone.now() - dt.timedelta(days=conf.import_kept_days())
    old = ImportRun.objects.light().filter(checked_at__lt=before)
    for run in old.filter(state__in=[RunState.CHECKED, RunState.FAILED]):
        with suppress(ConflictError):  # somebody has just taken it up again
            _move(run, RunState.WITHDRAWN, ended_at=timezone.now())
            log(run, "prcouncil_exchange.withdraw", user=by, data={"next_step": run.next_step})
    over = old.filter(state__in=[RunState.DONE, RunState.WITHDRAWN]).exclude(lines=[])
    over.update(lines=[], report=[], steps=[])
