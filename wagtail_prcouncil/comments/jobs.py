"""What the clock does for comments."""

from datetime import timedelta

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.comments.actions.counting_months import count_months
from wagtail_prcouncil.comments.actions.keeping import keep_to_rules


def keeping_job() -> Job:
    return Job("comments.keeping", timedelta(days=1), keep_to_rules, longest=timedelta(hours=2))


def counting_job() -> Job:
    return Job("comments.counting", timedelta(hours=1), count_months)
