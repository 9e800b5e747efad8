"""Votes as the paper has them: whether they can be, and who is ahead."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.states import Method
from wagtail_prcouncil.persian.dates import TEHRAN


class Ballots(NamedTuple):
    """`votes` by the key of the candidate; None where nothing was counted."""

    method: str
    voters_present: int | None
    votes: Mapping[int, int | None]
    blank_votes: int = 0
    spoiled_votes: int = 0


def check_day(held_on: dt.date, *, announced_on: dt.date) -> None:
    """Raise CouncilError for a vote before it was announced, or still to come in Tehran."""
    if held_on < announced_on:
        raise CouncilError(gettext("It was held before it was announced."), field="held_on")
    if held_on > timezone.now().astimezone(TEHRAN).date():
        raise CouncilError(gettext("This day lies in the future."), field="held_on")


def check_ballots(ballots: Ballots) -> None:
    """Raise CouncilError, beside the field, for counts that cannot be."""
    if not ballots.votes:
        raise CouncilError(gettext("Nobody stands."), field="candidates")
    if ballots.method == Method.ACCLAMATION:
        if len(ballots.votes) > 1:
            sentence = gettext("By acclamation there is one candidate.")
            raise CouncilError(sentence, field="method")
        return
    if ballots.voters_present is None:
        raise CouncilError(gettext("Say how many could vote."), field="voters_present")
    if any(count is None for count in ballots.votes.values()):
        raise CouncilError(gettext("Every candidate needs a count, be it 0."), field="candidates")
    cast = sum(count or 0 for count in ballots.votes.values())
    if cast + ballots.blank_votes + ballots.spoiled_votes > ballots.voters_present:
        raise CouncilError(gettext("More votes than voters."), field="voters_present")
    if not cast:
        raise CouncilError(gettext("Nobody got a vote."), field="candidates")


def ahead(votes: Mapping[int, int | None]) -> list[int]:
    """Keys of those with most votes; several in a tie."""
    most = max((count or 0 for count in votes.values()), default=0)
    return [key for key, count in votes.items() if (count or 0) == most]


def winner(leading: Collection[int], chosen: int | None, tie_decision: str) -> int:
    """Of those ahead the one elected. Raises CouncilError for a tie that nobody decided, a decision
    for somebody who is not ahead, and where nobody stands."""
    if not leading:
        raise CouncilError(gettext("Nobody stands."), field="candidates")
    if chosen is not None and chosen not in leading:
        raise CouncilError(gettext("Others have more votes."), field="chosen")
    if len(leading) == 1:
        return next(iter(leading))
    if chosen is None:
        raise CouncilError(gettext("Equal votes: say who was chosen."), field="chosen")
    if not tie_decision.strip():
        sentence = gettext("Equal votes: say how it was decided.")
        raise CouncilError(sentence, field="tie_decision")
    return chosen
