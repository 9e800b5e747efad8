"""Proof of work: a number that a browser finds by trying while its reader types, and that costs
whoever sends thousands of comments as many tries.

The puzzle is the form's own token. So a solution fits no other form or page, ends with the token,
and counts once, as its nonce does; nothing has to be remembered. A reader without scripts sends
none, and is held for a look, not refused.
"""

import hashlib
import re

from wagtail_prcouncil import conf

ZERO_BYTES = 2
"""At the beginning of the SHA-256 of token and number; some 65,000 tries, a second or two."""
FIELD = "proof"
_NUMBER = re.compile(r"[0-9]{1,12}")


def asked_proof(token: str, number: str) -> bool | None:
    """Whether the number proves the work for this token; None where the site asks for none."""
    return is_proof(token, number) if conf.comments_proof() else None


def is_proof(token: str, number: str) -> bool:
    if not _NUMBER.fullmatch(number):
        return False
    digest = hashlib.sha256(f"{token}:{number}".encode()).digest()
    return digest.startswith(bytes(ZERO_BYTES))
