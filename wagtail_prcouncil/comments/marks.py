"""By what a browser is known again when it changes its report or its vote: a mark that only the
addresses of single comments ever see."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.ui.cookies import BrowserMark


def marked(mark: str, comment: UUID, what: str) -> str:
    """What is stored of a browser: for each comment another value, and for reports another than
    for votes."""
    words = f"prcouncil_comments.{what}\0{mark}\0{comment}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def cookie_path() -> str:
    """ "/comments/c/": where comments are reported and voted on. Whoever reads one there is sent
    the same as everybody."""
    nil = UUID(int=0)
    return reverse("prcouncil_comments:report", args=[nil]).partition(str(nil))[0]


READER = BrowserMark(
    "prc-reader",
    _(
        "Knows the browser again that has reported a comment or voted on one, so that it may change"
        " what it said."
    ),
    cookie_path,
)
