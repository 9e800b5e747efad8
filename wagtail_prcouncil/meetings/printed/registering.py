"""Papers of meetings as the printing app knows them: "meeting:12:minutes:members"."""

from typing import Any, NamedTuple

from wagtail_prcouncil.councils.scopes import scope_of
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.printed.kinds import NAME, Audience, Print
from wagtail_prcouncil.meetings.printed.papers import meeting_of, paper
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.printing.printables import Printable

ASKING = (Right.CHANGE, Right.SETTLE)
"""Who has one of these on a meeting's council has files made of it."""


class About(NamedTuple):
    """What a key is about."""

    meeting: Meeting
    kind: Print
    audience: Audience


def printable() -> Printable:
    """Registered in wagtail_hooks.py."""
    return Printable(NAME, _html, lambda about: _about(about) is not None, _may_ask)


def _about(about: str) -> About | None:
    """None where there is no such meeting or paper."""
    number, _colon, rest = about.partition(":")
    kind, _colon, audience = rest.partition(":")
    if not number.isdecimal() or kind not in Print.values or audience not in Audience.values:
        return None
    meeting = meeting_of(int(number))
    return About(meeting, Print(kind), Audience(audience)) if meeting else None


def _html(about: str, language: str) -> str | None:
    found = _about(about)
    return paper(*found, language) if found else None


def _may_ask(about: str, user: Any) -> bool:
    found = _about(about)
    if found is None:
        return False
    return any(scope_of(user, right).covers(found.meeting.council) for right in ASKING)
