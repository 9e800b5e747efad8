"""What is looked at before a person does: rules hold and prioritise, and never decide."""

from wagtail_prcouncil.comments.rules.examining import (
    Entry,
    Examined,
    Hit,
    Opinion,
    Rule,
    Sender,
    examine,
)

__all__ = ["Entry", "Examined", "Hit", "Opinion", "Rule", "Sender", "examine"]
