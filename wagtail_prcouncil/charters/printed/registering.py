"""Papers of charters as the printing app knows them: "charter:12:2", "certificate:345"."""

from typing import Any

from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.printed.kinds import Print
from wagtail_prcouncil.charters.printed.papers import (
    certificate_paper,
    charter_paper,
    signature_of,
    version_of,
)
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.scopes import scope_of
from wagtail_prcouncil.printing.printables import Printable

ASKING = (Right.CHANGE, Right.ADOPT)
"""Who has one of these on the council that keeps a charter has files made of its papers."""
MOST_DIGITS = 18  # of a key that a database can hold


def charters() -> Printable:
    """Registered in wagtail_hooks.py."""
    return Printable(
        Print.CHARTER.value, _charter, lambda about: _version(about) is not None, _may_ask_charter
    )


def certificates() -> Printable:
    """Registered in wagtail_hooks.py."""
    return Printable(
        Print.CERTIFICATE.value,
        _certificate,
        lambda about: _signature(about) is not None,
        _may_ask_certificate,
    )


def _version(about: str) -> CharterVersion | None:
    charter, _colon, number = about.partition(":")
    return version_of(int(charter), int(number)) if _are_numbers(charter, number) else None


def _signature(about: str) -> Signature | None:
    return signature_of(int(about)) if _are_numbers(about) else None


def _are_numbers(*texts: str) -> bool:
    return all(text.isdecimal() and len(text) <= MOST_DIGITS for text in texts)


def _charter(about: str, language: str) -> str | None:
    version = _version(about)
    return charter_paper(version, language) if version else None


def _certificate(about: str, language: str) -> str | None:
    signature = _signature(about)
    return certificate_paper(signature, language) if signature else None


def _may_ask_charter(about: str, user: Any) -> bool:
    return _may_ask(_version(about), user)


def _may_ask_certificate(about: str, user: Any) -> bool:
    signature = _signature(about)
    return _may_ask(signature.version if signature else None, user)


def _may_ask(version: CharterVersion | None, user: Any) -> bool:
    if version is None:
        return False
    return any(scope_of(user, right).covers(version.charter.council) for right in ASKING)
