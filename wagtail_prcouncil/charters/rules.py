"""Rules of charters, asked of plain values."""

import datetime as dt

from django.utils.translation import gettext

from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, InUseError

__all__ = ["CharterError", "ConflictError", "FrozenError", "InUseError"]


class CharterError(CouncilError):
    """A rule of charters was broken; the sentence is for people.

    `field` is the input beside which it belongs, or empty.
    """


class FrozenError(CharterError):
    """Somebody tried to change what was adopted."""


def check_reason(reason: str) -> str:
    """The reason without space around it. Raises CharterError where there is none."""
    told = reason.strip()
    if not told:
        raise CharterError(gettext("Say why."), field="reason")
    return told


def check_not_future(day: dt.date, today: dt.date, field: str) -> None:
    """Raise CharterError beside the field for a day that has not come."""
    if day > today:
        raise CharterError(gettext("This day lies in the future."), field=field)


def check_votes(by_consensus: bool, counts: tuple[int | None, int | None, int | None]) -> None:
    """`counts` are votes for, votes against, abstentions. Raises CharterError beside the field for
    a vote by which nothing was adopted."""
    if by_consensus:
        if any(count is not None for count in counts):
            sentence = gettext("By consensus there is nothing to count.")
            raise CharterError(sentence, field="by_consensus")
        return
    in_favour, against, _abstained = counts
    if in_favour is None or against is None:
        raise CharterError(gettext("Say how many votes there were."), field="votes_for")
    if in_favour <= against:
        raise CharterError(gettext("It was not carried."), field="votes_for")
