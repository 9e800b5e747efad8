"""What the clock does for news, on a site that has one."""

from datetime import timedelta

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.news.actions import open_embargoes


def opening_of_embargoes() -> Job:
    """Drops what caches in front of the site know of items whose embargo has ended."""
    return Job("news.open_embargoes", timedelta(minutes=1), open_embargoes)
