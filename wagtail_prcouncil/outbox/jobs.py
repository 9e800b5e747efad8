"""What the clock does for the outbox."""

from datetime import timedelta

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.outbox.actions import send_waiting, tidy


def send_job() -> Job:
    return Job("outbox.send", timedelta(minutes=1), send_waiting)


def tidy_job() -> Job:
    return Job("outbox.tidy", timedelta(days=1), tidy)
