"""What the clock does for audience."""

from datetime import timedelta

from wagtail_prcouncil.audience.actions import flush_views, rank_most_read, roll_up_views
from wagtail_prcouncil.audience.states import Period
from wagtail_prcouncil.clock.jobs import Job

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def flush_job() -> Job:
    return Job("audience.flush", MINUTE, flush_views)


def roll_up_job() -> Job:
    return Job("audience.roll_up", 6 * HOUR, roll_up_views, longest=2 * HOUR)


def rank_day_job() -> Job:
    return Job("audience.rank_day", 5 * MINUTE, lambda: rank_most_read(Period.DAY))


def rank_week_job() -> Job:
    return Job("audience.rank_week", 10 * MINUTE, lambda: rank_most_read(Period.WEEK))


def rank_month_job() -> Job:
    return Job("audience.rank_month", HOUR, lambda: rank_most_read(Period.MONTH))
