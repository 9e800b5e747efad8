"""Wagtail's own periodic work, so that one line of cron is enough."""

from datetime import timedelta

from django.core.management import call_command

from wagtail_prcouncil.clock.jobs import Job


def publish_scheduled() -> None:
    """Pages whose time has come go live, and those whose time is over go: Wagtail's command."""
    call_command("publish_scheduled", verbosity=0)


def publish_scheduled_job() -> Job:
    return Job("wagtail.publish_scheduled", timedelta(minutes=1), publish_scheduled)
