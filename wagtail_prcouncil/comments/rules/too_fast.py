"""Nobody reads a form, writes a sentence and sends it within seconds."""

from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold

FASTEST = 3.0
"""Seconds from when the form was made to when it was sent."""


def too_fast(examined: Examined) -> list[Hit]:
    if examined.sender.seconds >= FASTEST:
        return []
    return [Hit(Hold.TOO_FAST, RuleHit.Field.SENDER)]
