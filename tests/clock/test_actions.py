import datetime as dt
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone
from wagtail import hooks

from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.clock.jobs import HOOK, Job
from wagtail_prcouncil.clock.models import JobRecord, Tick

MINUTE = dt.timedelta(minutes=1)
NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Registers jobs in place of all that apps have."""

    def register(*jobs: Job) -> None:
        made = [(partial(replace, job), 0) for job in jobs]
        monkeypatch.setitem(hooks._hooks, HOOK, made)

    return register


def test_a_job_is_run_when_it_is_due(db: None, only: Callable[..., None]) -> None:
    done: list[str] = []
    only(
        Job("a.minute", MINUTE, lambda: done.append("minute")),
        Job("a.hour", dt.timedelta(hours=1), lambda: done.append("hour")),
    )
    for minutes in range(61):
        tick(NOON + minutes * MINUTE)
    assert done.count("minute") == 61
    assert done.count("hour") == 2


def test_cron_that_is_late_by_seconds_leaves_no_minute_out(
    db: None, only: Callable[..., None]
) -> None:
    done: list[int] = []
    only(Job("a.minute", MINUTE, lambda: done.append(1)))
    for second in (0, 61.5, 120.1, 183, 240):
        tick(NOON + dt.timedelta(seconds=second))
    assert len(done) == 5


def test_a_second_tick_at_once_runs_nothing(db: None, only: Callable[..., None]) -> None:
    only(Job("a.minute", MINUTE, lambda: None))
    assert [run.name for run in tick(NOON)] == ["a.minute"]
    assert tick(NOON) == []


def test_a_failing_job_stops_no_other(
    db: None, only: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise LookupError("no such table")

    only(Job("a.bad", MINUTE, fail), Job("a.good", MINUTE, lambda: None))
    with caplog.at_level(logging.ERROR, "wagtail_prcouncil.clock"):
        bad, good = tick(NOON)
    assert bad.error == "LookupError: no such table"
    assert good.error == ""
    assert "a.bad" in caplog.text
    assert "Traceback" in caplog.text


def test_a_failed_job_is_tried_again_later_and_later(db: None, only: Callable[..., None]) -> None:
    tried: list[int] = []
    is_mended = False

    def fail() -> None:
        tried.append(minutes)
        if not is_mended:
            raise OSError("away")

    only(Job("a.daily", dt.timedelta(days=1), fail))
    for minutes in range(50):
        tick(NOON + minutes * MINUTE)
    assert tried == [0, 1, 3, 7, 15, 30, 45]
    record = JobRecord.objects.get(name="a.daily")
    assert (record.failures, record.error) == (7, "OSError: away")
    is_mended = True
    for minutes in range(50, 65):
        tick(NOON + minutes * MINUTE)
    assert tried[-1] == 60
    record.refresh_from_db()
    assert (record.failures, record.error, record.holder) == (0, "", None)
    assert record.due_at > NOON + dt.timedelta(hours=24)


def test_ctrl_c_ends_the_tick(db: None, only: Callable[..., None]) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    only(Job("a.long", MINUTE, interrupt))
    with pytest.raises(KeyboardInterrupt):
        tick(NOON)


def test_a_run_that_died_is_taken_over_when_its_time_is_up(
    db: None, only: Callable[..., None]
) -> None:
    only(Job("a.dies", MINUTE, lambda: None, longest=10 * MINUTE))
    tick(NOON)
    JobRecord.objects.update(due_at=NOON, held_until=NOON + 10 * MINUTE)
    assert tick(NOON + 9 * MINUTE) == []
    assert len(tick(NOON + 10 * MINUTE)) == 1


def test_a_run_that_outlived_its_time_does_not_settle_anothers(
    db: None, only: Callable[..., None]
) -> None:
    later = NOON + dt.timedelta(hours=2)

    def outlive() -> None:
        JobRecord.objects.update(holder="00000000-0000-4000-8000-000000000000", held_until=later)

    only(Job("a.long", MINUTE, outlive))
    tick(NOON)
    assert JobRecord.objects.get().held_until == later


def test_the_clock_notes_that_it_ticked(db: None, only: Callable[..., None]) -> None:
    only()
    assert Tick.last() is None
    tick(NOON)
    tick(NOON + MINUTE)
    assert Tick.last() == NOON + MINUTE
    assert Tick.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ticks_at_once_run_a_job_once(only: Callable[..., None]) -> None:
    done: list[dt.datetime] = []
    only(Job("a.once", dt.timedelta(hours=1), lambda: done.append(timezone.now())))

    def call() -> None:
        try:
            tick()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        for call_done in [pool.submit(call) for _ in range(8)]:
            call_done.result()
    assert len(done) == 1
