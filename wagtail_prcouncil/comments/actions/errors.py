"""What an action on a comment can come to besides its result."""

from typing import Any

from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Status


class CommentError(Exception):
    """Base of all that follow. `str()` is a sentence for whoever asked."""

    def __init__(self, sentence: object = "") -> None:
        super().__init__(sentence)


class Conflict(CommentError):  # noqa: N818  (what the field calls it: HTTP 409)
    """Somebody was first, or the comment was changed after it was read. It says who, and what the
    comment is now."""

    def __init__(self, now: ReaderComment | None) -> None:
        self.now = now
        super().__init__(_sentence(now))


class RefusedError(CommentError):
    """A rule forbids it; `field` names what is wrong with, if one thing is."""

    def __init__(self, sentence: object, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


def _sentence(now: ReaderComment | None) -> str:
    if now is None:
        return _("This comment is not there any more.")
    told: dict[str, Any] = {"status": Status(now.status).label}
    if now.decided_by is None:
        return _("This comment was changed before you decided. It is now: %(status)s.") % told
    told["name"] = now.decided_by.get_full_name() or now.decided_by.get_username()
    return _("Your colleague %(name)s was first. The comment is now: %(status)s.") % told
