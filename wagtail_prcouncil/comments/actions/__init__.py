from wagtail_prcouncil.comments.actions.deciding import Because, Outcome, decide, decide_many
from wagtail_prcouncil.comments.actions.erasing import erase
from wagtail_prcouncil.comments.actions.errors import CommentError, Conflict, RefusedError
from wagtail_prcouncil.comments.actions.posting import ClosedError, post
from wagtail_prcouncil.comments.actions.redacting import redact
from wagtail_prcouncil.comments.actions.undoing import undo

__all__ = [
    "Because",
    "ClosedError",
    "CommentError",
    "Conflict",
    "Outcome",
    "RefusedError",
    "decide",
    "decide_many",
    "erase",
    "post",
    "redact",
    "undo",
]
