"""What persian-text-guard finds besides (the extra `words`): its own list of abuse, and words of
the site's list in disguises that ours does not see through.

In Persian ours sees more: digits, Kurdish letters and several spaces within a word, and its
endings. In Latin letters the package does: digits and signs in place of letters («k4l@h»), letters
masked («k*lah»). So it looks second, and what it finds where ours did counts once.
"""

import unicodedata
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from wagtail_prcouncil import conf

LONGEST_FORM = 4
"""Letters that one sign may stand for. «ﷺ» stands for eighteen: three thousand of it would take the
package half a second, and hide no word."""


class Listed(NamedTuple):
    """A word of the site's own list; `inside`: also within other words."""

    key: int
    words: str
    inside: bool


class Guarded(NamedTuple):
    """What it found from `start` to `end` of the text: a word of the site's list by its key, or a
    word of its own, by the kind of abuse that it is."""

    start: int
    end: int
    key: int | None
    kind: str = ""


class _Guard(NamedTuple):
    filter: Any
    keys: dict[Any, int]


def guarded(text: str, own: tuple[Listed, ...]) -> list[Guarded]:
    """In order of place, none within another; nothing where the package is missing or off."""
    guard = _guard(own) if conf.comments_text_guard() else None
    if guard is None:
        return []
    found = []
    for match in guard.filter.find_matches(_without_long_forms(text)):
        key = guard.keys.get(match.word)
        kind = "" if key is not None else str(match.word.category)
        found.append(Guarded(match.index, match.index + match.length, key, kind))
    return found


def _without_long_forms(text: str) -> str:
    """Of the same length, so that places stay true."""
    return "".join(
        " " if len(unicodedata.normalize("NFKC", sign)) > LONGEST_FORM else sign for sign in text
    )


@lru_cache(maxsize=4)
def _guard(own: tuple[Listed, ...]) -> _Guard | None:
    """Made once for a list: that takes some 50 ms."""
    if find_spec("persian_text_guard") is None:
        return None
    package = import_module("persian_text_guard")
    modes = {False: package.WordMatchMode.WHOLE_WORD, True: package.WordMatchMode.ANYWHERE}
    keys = {package.BannedWord(each.words, modes[each.inside]): each.key for each in own}
    return _Guard(package.ProfanityFilter([*keys, *package.WordList.persian_default()]), keys)
