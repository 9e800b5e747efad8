"""Rows of a list that differ in a few words alone.

A template that is rendered fifty times says the same fifty times. So it is rendered once for all
rows of one shape, with places in it where the words of each row go, which are then filled in. The
template stays one that a site may replace.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Self

from django.utils.safestring import SafeString, mark_safe

# Of the private use area: no template has them, and where words have them, they mean nothing.
_OPENS, _CLOSES = "\ue0f0", "\ue0f1"
_PLACE = re.compile(f"{_OPENS}([^{_CLOSES}]+){_CLOSES}")


@dataclass(frozen=True, slots=True)
class Mould:
    """HTML with places in it: the `pieces` at odd positions are the names of places."""

    pieces: list[str]

    @classmethod
    def of(cls, html: str) -> Self:
        return cls(_PLACE.split(html))

    def filled(self, words: Mapping[str, str]) -> SafeString:
        """With these words, escaped unless they are HTML. What stands in them is no place."""
        pieces = self.pieces.copy()
        pieces[1::2] = [
            said if isinstance(said, SafeString) else escape(said)
            for said in map(words.__getitem__, pieces[1::2])
        ]
        return mark_safe("".join(pieces))  # noqa: S308  (template and escaped words)


def place(name: str) -> SafeString:
    """What stands in a template for words that are filled in later."""
    return mark_safe(f"{_OPENS}{name}{_CLOSES}")  # noqa: S308  (names in this code)


def places(words: Mapping[str, str]) -> dict[str, str]:
    """A place for each of the words; none where there are none, so that a template can ask."""
    return {name: place(name) if words[name] else "" for name in words}
