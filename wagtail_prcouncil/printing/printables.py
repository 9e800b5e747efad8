"""What can be printed as a file.

    @hooks.register("register_prcouncil_printable")
    def minutes() -> Printable:
        return Printable("meeting", html=..., is_there=..., may_ask=...)

A key is the name of a printable and what it is about, with a colon between: "meeting:12:minutes".
"""

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

from wagtail import hooks

HOOK = "register_prcouncil_printable"


class Printable(NamedTuple):
    """A kind of thing that is printed. Each function gets what stands in the key after `name:`.

    `html` gives the whole print page in a language, the same words whoever asks, or None where
    there is nothing to print; `is_there` says whether the thing still is; `may_ask` whether a user
    may have a file made of it.
    """

    name: str
    html: Callable[[str, str], str | None]
    is_there: Callable[[str], bool]
    may_ask: Callable[[str, Any], bool]


class Found(NamedTuple):
    """A printable and what a key is about."""

    printable: Printable
    about: str

    def html(self, language: str) -> str | None:
        return self.printable.html(self.about, language)


def find(key: str) -> Found | None:
    """None where no installed app knows of such things."""
    name, _colon, about = key.partition(":")
    for make in hooks.get_hooks(HOOK):
        printable: Printable = make()
        if printable.name == name:
            return Found(printable, about)
    return None


def fingerprint(html: str) -> str:
    """The same for the same words."""
    return hashlib.sha256(html.encode()).hexdigest()
