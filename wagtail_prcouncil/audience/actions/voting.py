"""A reader says whether an item was useful."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings
from django.core.cache import BaseCache
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail_prcouncil.audience.known import KnownPage, shared_cache
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.persian.text import canonical

MOST_A_MINUTE = 120  # browsers that vote on one item; a ministry's busiest gets some in a day
MOST_OF_ONE = 30  # answers of one browser in a minute: it may change its mind, and press hard


class TooManyVotesError(Exception):
    """More votes on one item in a minute than readers give, or than one reader does."""

    def __str__(self) -> str:
        return _("Too many votes are coming in just now. Please try again in a minute.")


def cast_vote(page: KnownPage, *, is_useful: bool, reason: str = "", by: str) -> None:
    """The answer of the browser with the mark `by`; it takes the place of an earlier one.

    One statement, so that however often it is sent at once, it counts once.
    """
    voter = voter_hash(by, page.item)
    if _is_flood(shared_cache(), page.item, voter):
        raise TooManyVotesError
    vote = UsefulnessVote(
        item=page.item,
        voter=voter,
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
        unique_fields=["item", "voter"],
        update_fields=["is_useful", "reason", "voted_at", "locale_id", "section_id", "agency_id"],
    )


def voter_hash(mark: str, item: UUID) -> str:
    """What is stored of a browser: for each item another value."""
    words = f"prcouncil_audience.vote\0{mark}\0{item}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def _is_flood(cache: BaseCache, item: UUID, voter: str) -> bool:
    """A browser that repeats itself shuts out itself only: to the item it counts once a minute."""
    own = _key(voter)
    nth = _nth(cache, own)
    if nth > 1:
        return nth > MOST_OF_ONE
    if _nth(cache, _key(item)) <= MOST_A_MINUTE:
        return False
    cache.delete(own)  # refused, it has had no turn
    return True


def _key(whose: object) -> str:
    return f"prcouncil_audience.votes.{whose}"


def _nth(cache: BaseCache, key: str) -> int:
    """How often it came within the minute that began with its first."""
    cache.add(key, 0, 60)
    try:
        return int(cache.incr(key))
    except ValueError:
        return 1  # a cache that keeps nothing: no limit
