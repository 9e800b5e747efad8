import datetime as dt
import logging
import threading

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import Locale, ModelLogEntry

from tests.exchange.making import LocaleImport, importer
from wagtail_prcouncil.exchange import actions
from wagtail_prcouncil.exchange.actions import (
    ConflictError,
    ImportRunError,
    advance,
    check_again,
    check_file,
    start,
    withdraw,
)
from wagtail_prcouncil.exchange.kinds import HOOK
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import SheetLine

pytestmark = pytest.mark.django_db

CODES = ["aa", "bb", "cc", "dd", "ee"]


@pytest.fixture(autouse=True)
def _kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """In batches of two."""
    monkeypatch.setattr(actions, "BATCH", 2)
    # Registered for good: hooks know no end, and other tests ask for kinds by name.
    if not any(isinstance(register(), LocaleImport) for register in hooks.get_hooks(HOOK)):
        hooks.register(HOOK, LocaleImport)


def checked(*codes: str, by: User | None = None) -> ImportRun:
    lines = [("code",), *((code,) for code in codes or CODES)]
    read = [SheetLine(number, cells) for number, cells in enumerate(lines, 1)]
    return check_file(LocaleImport(), read, file_name="languages.csv", by=by)


def imported_codes() -> list[str]:
    return sorted(
        Locale.objects.filter(language_code__in=CODES).values_list("language_code", flat=True)
    )


def test_a_check_writes_nothing_but_its_report() -> None:
    user = importer()
    run = checked("aa", "fa", by=user)
    assert (run.state, run.counts, imported_codes()) == ("checked", {"new": 1, "unchanged": 1}, [])
    assert [outcome.line for outcome in run.outcomes] == [2, 3]
    entry = ModelLogEntry.objects.get(action="prcouncil_exchange.check")
    assert (entry.user, entry.data["counts"]["new"]) == (user, 1)


def test_what_was_left_out_of_a_line_is_noted_by_each_check() -> None:
    read = [SheetLine(1, ("code",)), SheetLine(2, ("aa",), (0,)), SheetLine(3, ("bb",))]
    run = check_file(LocaleImport(), read, file_name="languages.csv")
    for one in (run, check_again(ImportRun.objects.get(pk=run.pk))):
        assert [len(outcome.notes) for outcome in one.outcomes] == [1, 0]


def test_batches_until_it_is_done() -> None:
    user = importer()
    run = start(checked(), by=user)
    for state, codes in (("running", 2), ("running", 4), ("done", 5)):
        advance(run, by=user)
        assert (run.state, len(imported_codes())) == (state, codes)
    row = ImportRun.objects.get()
    assert (row.state, row.next_step, row.started_by) == ("done", 5, user)
    assert row.ended_at is not None
    with pytest.raises(ConflictError):
        advance(row, by=user)
    actions_logged = ModelLogEntry.objects.values_list("action", flat=True)
    assert {"prcouncil_exchange.start", "prcouncil_exchange.finish"} <= set(actions_logged)


def test_a_file_that_changes_nothing_is_done_at_once() -> None:
    assert advance(start(checked("fa"))).state == "done"


def test_nothing_starts_while_a_line_has_an_error() -> None:
    run = checked("aa", "کد")
    assert not run.is_applicable
    with pytest.raises(ImportRunError):
        start(run)
    assert ImportRun.objects.get().state == "checked"


def test_a_killed_import_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    run = advance(start(checked()))
    applying = LocaleImport.apply

    def killed(self: LocaleImport, *args: object, **kwargs: object) -> None:
        applying(self, *args, **kwargs)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(LocaleImport, "apply", killed)
    with pytest.raises(KeyboardInterrupt):
        advance(ImportRun.objects.get())
    assert (ImportRun.objects.get().next_step, imported_codes()) == (2, ["aa", "bb"])
    monkeypatch.undo()
    monkeypatch.setattr(actions, "BATCH", 2)
    run = advance(advance(ImportRun.objects.get()))
    assert (run.state, imported_codes()) == ("done", CODES)


def test_a_stale_copy_advances_nothing() -> None:
    run = start(checked())
    stale = ImportRun.objects.get()
    advance(run)
    with pytest.raises(ConflictError):
        advance(stale)
    assert imported_codes() == ["aa", "bb"]


def test_rows_that_changed_meanwhile_stop_it_and_a_new_check_goes_on() -> None:
    run = advance(start(checked()))
    Locale.objects.create(language_code="dd")
    advance(run)
    row = ImportRun.objects.get()
    assert (row.state, row.next_step, row.counts["conflict"]) == ("failed", 2, 1)
    assert row.outcomes[3].errors == [["", "exists"]]
    assert imported_codes() == ["aa", "bb", "dd"]
    again = check_again(row)
    assert (again.state, again.counts) == ("checked", {"unchanged": 3, "new": 2})
    assert advance(start(again)).state == "done"
    assert imported_codes() == CODES


def test_what_the_database_refuses_stops_it_and_is_logged_without_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    words = "violates “once”\nDETAIL: Key (name)=(a secret) exists."

    def refused(self: LocaleImport, *args: object, **kwargs: object) -> None:
        raise IntegrityError(words)

    run = start(checked())
    monkeypatch.setattr(LocaleImport, "apply", refused)
    with override("en"):
        advance(run)
    row = ImportRun.objects.get()
    assert (row.state, row.next_step) == ("failed", 0)
    assert row.failure.startswith("The database has refused this batch")
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("wagtail_prcouncil.exchange", logging.ERROR)
    said = record.getMessage()
    assert f"Import {run.pk} stopped at change 0: IntegrityError: violates “once”" in said
    assert "in refused" in said
    assert "secret" not in said
    assert record.exc_info is None


def test_a_report_that_somebody_has_renewed_is_not_started() -> None:
    """Two read it without an error; then a language comes that makes one of its lines wrong."""
    mine, user = checked("aa"), importer()
    theirs = ImportRun.objects.get()
    checked_first = mine.checked_at
    ImportRun.objects.update(lines=[{"number": 2, "cells": {"code": ["کد"]}}])
    theirs.refresh_from_db()
    check_again(theirs, by=user)
    row = ImportRun.objects.get()
    assert (row.counts, row.checked_by) == ({"error": 1}, user)
    assert row.checked_at > checked_first
    with pytest.raises(ConflictError):
        start(mine)
    assert (ImportRun.objects.get().state, imported_codes()) == ("checked", [])


def test_a_batch_of_an_older_report_is_not_applied() -> None:
    stale = start(checked())
    run = ImportRun.objects.get()
    run.state = "failed"
    run.save()
    start(check_again(run))
    with pytest.raises(ConflictError):
        advance(stale)
    assert imported_codes() == []


def test_one_that_was_broken_off_can_be_given_up_once() -> None:
    run, user = advance(start(checked())), importer()
    stale = ImportRun.objects.get()
    assert withdraw(run, by=user).state == "withdrawn"
    entry = ModelLogEntry.objects.get(action="prcouncil_exchange.withdraw")
    assert (entry.user, entry.data) == (user, {"next_step": 2})
    with pytest.raises(ConflictError):
        advance(stale)
    assert imported_codes() == ["aa", "bb"]


def test_a_kind_that_is_no_longer_installed_is_told_in_a_sentence() -> None:
    run = checked()
    ImportRun.objects.update(kind="gone")
    run.refresh_from_db()
    for verb in (start, check_again, advance, withdraw):
        with override("en"), pytest.raises(ImportRunError, match="imports “gone” any more"):
            verb(run)


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_KEPT_DAYS": 10})
@pytest.mark.parametrize(
    ("state", "days", "after", "is_cleared"),
    [
        ("done", 11, "done", True),
        ("done", 9, "done", False),
        ("failed", 11, "withdrawn", True),
        ("checked", 11, "withdrawn", True),
        ("checked", 9, "checked", False),
        ("running", 11, "running", False),
    ],
)
def test_old_imports_keep_their_counts_only(
    state: str, days: int, after: str, is_cleared: bool
) -> None:
    old = checked()
    then = timezone.now() - dt.timedelta(days=days)
    ImportRun.objects.update(state=state, checked_at=then)
    checked("fa")
    old.refresh_from_db()
    assert (old.state, old.counts, old.is_cleared) == (after, {"new": 5}, is_cleared)
    assert bool(old.lines) is bool(old.steps) is not is_cleared


def test_who_gave_up_cannot_start() -> None:
    run = withdraw(checked())
    assert run.state == "withdrawn"
    for verb in (start, check_again, withdraw, advance):
        with pytest.raises(ConflictError):
            verb(ImportRun.objects.get())


def test_only_those_who_may() -> None:
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        checked(by=stranger)
    run = checked()
    for verb in (start, advance, check_again, withdraw):
        with pytest.raises(PermissionDenied):
            verb(run, by=stranger)
    assert ImportRun.objects.get().state == "checked"


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", [start, advance])
def test_two_at_once(verb: object) -> None:
    run = checked()
    if verb is advance:
        start(run)
    begin = threading.Barrier(2)
    lost: list[ConflictError] = []

    def press() -> None:
        mine = ImportRun.objects.get(pk=run.pk)
        begin.wait(timeout=20)
        try:
            verb(mine)  # type: ignore[operator]
        except ConflictError as error:
            lost.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    row = ImportRun.objects.get()
    assert (len(lost), row.state) == (1, "running")
    assert (row.next_step, len(imported_codes())) == ((2, 2) if verb is advance else (0, 0))
