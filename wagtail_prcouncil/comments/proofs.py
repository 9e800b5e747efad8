"""Proof of work by the ALTCHA protocol (its version 2, which the widgets of version 3 speak): work
for a browser while its reader types, and as much again for each comment of whoever sends thousands.

The package `altcha` (the extra `proof`) makes challenges and verifies solutions. A challenge names
the form's nonce: so a solution fits no other form or page, ends with the form, and counts once, as
the nonce does; nothing has to be remembered. A reader without scripts sends none, and is held for a
look, not refused.
"""

import json
import secrets
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.tokens import FRESH_FOR, Token

FIELD = "altcha"
"""As ALTCHA's own widget calls it."""
ALGORITHM = "PBKDF2/SHA-256"
"""The one of the protocol's that browsers have built in, and work at beside the page."""
ROUNDS = 5_000
"""Of that function in one try; a millisecond on a desk, some ten on an old phone."""
LONGEST = 2_000  # characters; a solution is some eight hundred


def is_installed() -> bool:
    return _altcha() is not None


def challenge_for(token: Token) -> str:
    """What the browser of this form is to work at, as the JSON that ALTCHA's widget takes: between
    half of COMMENTS_PROOF_TRIES and half as many again. Empty where the site asks for none."""
    if not _asks():
        return ""
    usual = conf.comments_proof_tries()
    signing, answering = _keys(settings.SECRET_KEY)
    challenge = _altcha().create_challenge(
        ALGORITHM,
        ROUNDS,
        counter=usual // 2 + secrets.randbelow(usual),
        expires_at=token.issued_at + FRESH_FOR,
        data=_purpose(token),
        hmac_secret=signing,
        hmac_key_secret=answering,
    )
    return json.dumps(challenge.to_dict())


def asked_proof(token: Token, sent: str) -> bool | None:
    """Whether what was sent proves the work for this form; None where the site asks for none."""
    return is_proof(token, sent) if _asks() else None


def is_proof(token: Token, sent: str) -> bool:
    """Whether it is a solution of a challenge that was made here for this form and has not ended,
    also by a secret key of the site's that is being replaced."""
    if not sent or len(sent) > LONGEST:
        return False
    altcha = _altcha()
    try:
        payload = altcha.Payload.from_base64(sent)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    if payload.challenge.parameters.data != _purpose(token):
        return False
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        signing, answering = _keys(secret)
        if altcha.verify_solution(payload, signing, hmac_key_secret=answering).verified:
            return True
    return False


def _asks() -> bool:
    """Without the package nobody is asked, and nobody held for it; a system check says so."""
    return conf.comments_proof() and is_installed()


def _purpose(token: Token) -> dict[str, str]:
    return {"form": token.nonce}


def _keys(secret: str | bytes) -> tuple[bytes, bytes]:
    """By which challenges are signed, and their answers."""
    salt = "prcouncil_comments.proof"
    made = (
        salted_hmac(salt, of, secret=secret, algorithm="sha256") for of in ("challenge", "answer")
    )
    signing, answering = (each.digest() for each in made)
    return signing, answering


@lru_cache(maxsize=1)
def _altcha() -> Any:
    """The package; None where the extra is not installed."""
    return import_module("altcha") if find_spec("altcha") else None
