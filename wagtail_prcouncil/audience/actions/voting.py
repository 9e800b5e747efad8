"""A reader says whether an item was useful."""

import hashlib
import hmac

from django.conf import settings
from django.core.cache import BaseCache
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail_prcouncil.audience.known import KnownPage, shared_cache
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.persian.text import canonical

MOST_A_MINUTE = 120  # votes on one page; a ministry's busiest item gets some in a day


class TooManyVotesError(Exception):
    """More votes on one page in a minute than readers give."""

    def __str__(self) -> str:
        return _("Too many votes are coming in just now. Please try again in a minute.")


def cast_vote(page: KnownPage, *, is_useful: bool, reason: str = "", by: str) -> None:
    """The answer of the browser with the mark `by`; it takes the place of an earlier one.

    One statement, so that however often it is sent at once, it counts once.
    """
    if _is_flood(shared_cache(), page.item_id):
        raise TooManyVotesError
    vote = UsefulnessVote(
        page_id=page.item_id,
        voter=voter_hash(by, page.item_id),
        is_useful=is_useful,
        reason=canonical(reason),
        voted_at=timezone.now(),
        locale_id=page.locale_id,
        section_id=page.section_id,
        agency_id=page.agency_id,
    )
    UsefulnessVote.objects.bulk_create(
        [vote],
        update_conflicts=True,
        unique_fields=["page", "voter"],
        update_fields=["is_useful", "reason", "voted_at", "locale_id", "section_id", "agency_id"],
    )


def voter_hash(mark: str, item_id: int) -> str:
    """What is stored of a browser: for each item another value."""
    words = f"prcouncil_audience.vote\0{mark}\0{item_id}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def _is_flood(cache: BaseCache, item_id: int) -> bool:
    key = f"prcouncil_audience.votes.{item_id}"
    cache.add(key, 0, 60)
    try:
        return int(cache.incr(key)) > MOST_A_MINUTE
    except ValueError:
        return False  # a cache that keeps nothing
