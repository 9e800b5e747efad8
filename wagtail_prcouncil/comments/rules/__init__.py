"""What is looked at before a person does: rules hold and prioritise, and never decide."""

from wagtail_prcouncil.comments.rules.examining import RULES, examine
from wagtail_prcouncil.comments.rules.findings import Entry, Examined, Hit, Opinion, Rule, Sender

__all__ = ["RULES", "Entry", "Examined", "Hit", "Opinion", "Rule", "Sender", "examine"]
