"""What the clock does for printing."""

from datetime import timedelta

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.printing.actions import make_waiting, tidy


def make_job() -> Job:
    return Job("printing.make", timedelta(minutes=1), make_waiting)


def tidy_job() -> Job:
    return Job("printing.tidy", timedelta(days=1), tidy)
