import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.clock.jobs import Job, registered_jobs
from wagtail_prcouncil.clock.models import JobRecord


class Command(BaseCommand):
    help = "Run the periodic work that is due. For cron, once a minute; two at once do no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--list", action="store_true", help="show the jobs, run none")

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        if options["list"]:
            self._list()
            return
        runs = tick()
        for run in runs:
            if run.error:
                self.stderr.write(f"{run.name}: {run.error}")
            elif verbosity > 1:
                self.stdout.write(f"{run.name}: {run.seconds:.2f} s")
        if any(run.error for run in runs):
            sys.exit(1)  # said above, and in the log; cron and monitors look at this

    def _list(self) -> None:
        records = {record.name: record for record in JobRecord.objects.all()}
        jobs = registered_jobs()
        width = max((len(job.name) for job in jobs), default=0)
        for job in jobs:
            told = _told(records.get(job.name))
            self.stdout.write(f"{job.name:{width}}  every {_span(job)}  {told}")


def _span(job: Job) -> str:
    return str(job.every).removesuffix(":00")


def _told(record: JobRecord | None) -> str:
    """In times of the server's zone, which is what whoever reads a terminal has on the wall."""
    if record is None or record.started_at is None:
        return "never run"
    started = f"last {timezone.localtime(record.started_at):%Y-%m-%d %H:%M}"
    due = f"next {timezone.localtime(record.due_at):%Y-%m-%d %H:%M}"
    if record.held_until and record.held_until > timezone.now():
        return f"{started}  running"
    if record.failures:
        return f"{started}  {due}  failed {record.failures} times in a row: {record.error}"
    return f"{started}  {due}"
