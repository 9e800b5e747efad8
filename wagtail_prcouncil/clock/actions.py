"""A tick of the clock: every job that is due is run once, by whichever process is first."""

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import F
from django.utils import timezone

from wagtail_prcouncil.clock.attempts import Attempt
from wagtail_prcouncil.clock.jobs import Job, registered_jobs
from wagtail_prcouncil.clock.models import JobRecord, Tick

logger = logging.getLogger("wagtail_prcouncil.clock")

# Cron is late by seconds and then by none: a job that is due within them is run now.
SLACK = dt.timedelta(seconds=30)
FIRST_RETRY = dt.timedelta(minutes=1)
LAST_RETRY = dt.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Run:
    """One job that this tick ran, and what went wrong; `error` is empty when nothing did."""

    name: str
    seconds: float
    error: str = ""


def tick(now: dt.datetime | None = None) -> list[Run]:
    """Run what is due at `now`; the runs, in their order.

    May be called by several processes at once: each job is taken by one of them.
    """
    jobs = registered_jobs()
    _note(jobs, now or timezone.now())
    return [run for job in jobs if (run := _run(job, now or timezone.now()))]


def _note(jobs: Iterable[Job], now: dt.datetime) -> None:
    """That the clock ticked, and jobs it had not heard of."""
    Tick.objects.update_or_create(pk=Tick.THE_ONE, defaults={"ticked_at": now})
    known = set(JobRecord.objects.values_list("name", flat=True))
    new = [JobRecord(name=job.name, due_at=now) for job in jobs if job.name not in known]
    JobRecord.objects.bulk_create(new, ignore_conflicts=True)


def _run(job: Job, now: dt.datetime) -> Run | None:
    """None where the job is not due, or another process has it."""
    holder = uuid4()
    # One statement looks and takes: of two ticks the second changes no row.
    taken = (
        JobRecord.objects.due(now)
        .filter(name=job.name)
        .update(holder=holder, held_until=now + job.longest, started_at=now)
    )
    if not taken:
        return None
    began = timezone.now()
    with Attempt() as attempt:
        job.run()
    ended = timezone.now()
    error = _told(job, attempt.raised) if attempt.raised else ""
    _settle(job, holder, now, ended, error)
    return Run(job.name, (ended - began).total_seconds(), error)


def _told(job: Job, raised: Exception) -> str:
    logger.error("The job %s failed.", job.name, exc_info=raised)
    return f"{type(raised).__name__}: {raised}"


def _settle(job: Job, holder: UUID, now: dt.datetime, ended: dt.datetime, error: str) -> None:
    """How the run ended, unless it outlived its time and another has begun meanwhile."""
    record = JobRecord.objects.filter(name=job.name, holder=holder)
    free = {"holder": None, "held_until": None, "ended_at": ended}
    if not error:
        pause = max(job.every - SLACK, dt.timedelta(0))
        record.update(due_at=now + pause, failures=0, error="", **free)
        return
    earlier = record.values_list("failures", flat=True).first() or 0
    pause = min(FIRST_RETRY * 2 ** min(earlier, 10), LAST_RETRY)
    record.update(due_at=now + pause - SLACK, failures=F("failures") + 1, error=error, **free)
