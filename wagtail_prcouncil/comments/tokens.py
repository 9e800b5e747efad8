"""What a comment form shows when it is sent: which page it was made for, and when.

A token is signed, so that nobody makes one up, and holds nothing of the reader. It is the form's
nonce as well: what is sent twice from one form is stored once.
"""

import datetime as dt
import secrets
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from wagtail_prcouncil.comments.rules.too_fast import FASTEST

FRESH_FOR = dt.timedelta(hours=24)
LONGEST = 200  # characters; a token is some ninety
MOST_SLANT = dt.timedelta(minutes=1)
"""By how much the clocks of two servers may differ."""


class ForgedTokenError(Exception):
    """Not a token of this form: altered, of another page or site, from the future, or none."""


class Token(NamedTuple):
    """One form as it was handed out. `issued_at` is UTC."""

    page_id: int
    site_id: int
    issued_at: dt.datetime
    nonce: str

    def __str__(self) -> str:
        """ "17:1:1795343400.125:…": signed, for a hidden field."""
        stamp = f"{self.issued_at.timestamp():.3f}"
        return _signer().sign(f"{self.page_id}:{self.site_id}:{stamp}:{self.nonce}")

    @property
    def seconds(self) -> float:
        """How long the form has been open."""
        return max(0.0, (timezone.now() - self.issued_at).total_seconds())

    @property
    def is_stale(self) -> bool:
        return timezone.now() - self.issued_at > FRESH_FOR

    def renewed(self) -> "Token":
        """For the same form once more; whoever sends that at once has typed it before."""
        written = timezone.now() - dt.timedelta(seconds=min(self.seconds, FASTEST))
        return self._replace(issued_at=written, nonce=_new_nonce())


def new_token(page_id: int, site_id: int) -> Token:
    return Token(page_id, site_id, timezone.now(), _new_nonce())


def read_token(sent: str, *, page_id: int, site_id: int) -> Token:
    """The token that was sent from the form of this page on this site. ForgedTokenError for
    anything else."""
    if len(sent) > LONGEST:
        raise ForgedTokenError
    try:
        page, site, stamp, nonce = _signer().unsign(sent).split(":")
    except (BadSignature, ValueError) as error:
        raise ForgedTokenError from error
    if (page, site) != (str(page_id), str(site_id)):
        raise ForgedTokenError
    token = Token(page_id, site_id, dt.datetime.fromtimestamp(float(stamp), dt.UTC), nonce)
    if token.issued_at > timezone.now() + MOST_SLANT:
        raise ForgedTokenError
    return token


def _new_nonce() -> str:
    return secrets.token_urlsafe(24)


def _signer() -> Signer:
    return Signer(salt="prcouncil_comments.form")
