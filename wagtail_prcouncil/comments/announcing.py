"""Whom a decision is told: the author, where he asked for it."""

from collections.abc import Iterable

from wagtail_prcouncil.comments.models import Decision, OfficialReply


def announce(decisions: Iterable[Decision]) -> None:
    """Put into the outbox what authors are told of these decisions, due later than they can be
    undone."""


def take_back(decision: Decision) -> None:
    """Let what was to be told of a decision stay untold: it was undone."""


def forget(comment_ids: Iterable[int]) -> None:
    """Empty and withdraw all mail about these comments: they are erased."""


def announce_answer(reply: OfficialReply) -> None:
    """Put into the outbox that the author's comment has an official reply."""


def take_back_answer(reply: OfficialReply) -> None:
    """Let the news of an official reply stay untold: it was withdrawn."""
