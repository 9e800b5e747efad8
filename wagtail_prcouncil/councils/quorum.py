"""How many voting seats must be represented for a council to decide."""

import math

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.states import QuorumKind


def quorum_due(kind: str, value: int | None, voting_seats: int) -> int:
    """Of so many voting seats, vacant ones included. Never none, and never more than there are,
    unless a number says so.

    More than half of 8 is 5 («نصف به‌علاوهٔ یک»); a share is rounded up.
    """
    if kind == QuorumKind.NUMBER:
        return value or 1
    if kind == QuorumKind.SHARE:
        return max(1, math.ceil(voting_seats * (value or 100) / 100))
    return voting_seats // 2 + 1


def wrong_quorum(kind: str, value: int | None) -> Promise | None:
    """What is wrong with the rule, in a sentence; None where it can be kept."""
    if kind == QuorumKind.MAJORITY:
        return _("More than half needs no number.") if value is not None else None
    if not value:
        return _("Say how many.")
    if kind == QuorumKind.SHARE and value > 100:
        return _("A share is at most 100 per cent.")
    return None
