"""Whom a decision is told: the author, where he asked for it."""

from collections.abc import Iterable

from wagtail_prcouncil.comments.models import Decision


def announce(decisions: Iterable[Decision]) -> None:
    """Put into the outbox what authors are told of these decisions, due later than they can be
    undone."""


def take_back(decision: Decision) -> None:
    """Let what was to be told of a decision stay untold: it was undone."""


def forget(comment_ids: Iterable[int]) -> None:
    """Empty and withdraw all mail about these comments: they are erased."""
