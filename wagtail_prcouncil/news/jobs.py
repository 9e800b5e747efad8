"""What the clock does for news, on a site that has one."""

from datetime import timedelta

from django.utils import timezone

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.news.actions import open_embargoes, turn_over_placements

LOOKED_BACK = timedelta(minutes=5)


def opening_of_embargoes() -> Job:
    """Drops what caches in front of the site know of items whose embargo has ended."""
    return Job("news.open_embargoes", timedelta(minutes=1), open_embargoes)


def turning_of_placements() -> Job:
    """Drops what those caches know of pages on which a placement has begun or ended. Looked at a
    little further back than once a minute: a tick may be late, and a purge too many is harmless."""
    return Job(
        "news.turn_over_placements",
        timedelta(minutes=1),
        lambda: turn_over_placements(timezone.now() - LOOKED_BACK),
    )


REGISTERED = (opening_of_embargoes, turning_of_placements)
