"""What of a comment might be left out before it is shown: a proposal, that a moderator confirms."""

from wagtail_prcouncil.comments.models import LONGEST_NAME, ReaderComment
from wagtail_prcouncil.comments.rules.personal_data import found_in

MARK = "[حذف شده]"


def proposed(comment: ReaderComment) -> str:
    """Its public text with a mark in place of personal data; unchanged where there is none."""
    return _marked(comment.public_text)


def proposed_name(comment: ReaderComment) -> str:
    """The same of its name."""
    return _marked(comment.name)[:LONGEST_NAME]


def _marked(text: str) -> str:
    for _kind, start, end in reversed(found_in(text)):
        text = f"{text[:start]}{MARK}{text[end:]}"
    return text
