"""Rules of meetings, asked of plain values."""

import datetime as dt

from django.utils.translation import gettext

from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, InUseError

__all__ = ["ConflictError", "InUseError", "MeetingError"]

LONGEST = dt.timedelta(days=14)
"""A conference of two weeks is the longest that anybody has heard of."""


class MeetingError(CouncilError):
    """A rule of meetings was broken; the sentence is for people.

    `field` is the input beside which it belongs, or empty.
    """


def check_times(starts_at: dt.datetime | None, ends_at: dt.datetime | None) -> None:
    """Raise MeetingError beside the field for times that cannot be."""
    if starts_at is None:
        if ends_at is not None:
            raise MeetingError(gettext("Say when it begins."), field="starts_at")
        return
    if ends_at is None:
        return
    if ends_at <= starts_at:
        raise MeetingError(gettext("It ends before it begins."), field="ends_at")
    if ends_at - starts_at > LONGEST:
        raise MeetingError(gettext("It lasts longer than two weeks."), field="ends_at")


def check_took_place(started_at: dt.datetime, ended_at: dt.datetime, now: dt.datetime) -> None:
    """Raise MeetingError beside the field for times at which nothing can have taken place."""
    for field, moment in (("started_at", started_at), ("ended_at", ended_at)):
        if moment > now:
            raise MeetingError(gettext("This time lies in the future."), field=field)
    if ended_at < started_at:
        raise MeetingError(gettext("It ends before it begins."), field="ended_at")
    if ended_at - started_at > LONGEST:
        raise MeetingError(gettext("It lasts longer than two weeks."), field="ended_at")


def check_reason(reason: str) -> str:
    """The reason without space around it. Raises MeetingError where there is none."""
    told = reason.strip()
    if not told:
        raise MeetingError(gettext("Say why."), field="reason")
    return told


def check_votes(
    by_consensus: bool,
    counts: tuple[int | None, int | None, int | None],
    present: int | None,
) -> None:
    """`counts` are votes for, votes against, abstentions; `present` is how many could vote, where
    it is known. Raises MeetingError beside the field for counts that cannot be."""
    if by_consensus:
        if any(count is not None for count in counts):
            sentence = gettext("By consensus there is nothing to count.")
            raise MeetingError(sentence, field="by_consensus")
        return
    in_favour, against, abstained = counts
    if in_favour is None or against is None:
        raise MeetingError(gettext("Say how many votes there were."), field="votes_for")
    if present is not None and in_favour + against + (abstained or 0) > present:
        raise MeetingError(gettext("More votes than voters."), field="votes_for")
    if in_favour <= against:
        raise MeetingError(gettext("It was not carried."), field="votes_for")
