"""Forms of a text that are only compared, never shown or stored, and where each sign came from.

What readers cannot tell apart is one sign in them; what they do not see is left out. Looking a sign
up is all the work, so both forms are linear in the text.
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from wagtail_prcouncil.persian.letters import FOLDED


class Skeleton(NamedTuple):
    """`signs` to search in; `places[i]` is where sign `i` stands in the text that was read."""

    signs: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where signs `start` to `end` (exclusive, at least one) stand in the text."""
        return self.places[start], self.places[end - 1] + 1


class _Signs(dict[str, str]):
    """What stands for each character, worked out when it is first met."""

    def __init__(self, fold: Callable[[str], str], known: dict[str, str]) -> None:
        super().__init__(known)
        self._fold = fold

    def __missing__(self, char: str) -> str:
        self[char] = found = self._fold(char)
        return found


def _plain(char: str) -> str:
    """Compatibility forms, case, digits of any script; nothing for what is not seen."""
    if (digit := unicodedata.decimal(char, -1)) != -1:
        return str(digit)
    if unicodedata.category(char) == "Cf":
        return ""
    same = unicodedata.normalize("NFKC", char).casefold()
    return same if len(same) <= _LONGEST else " "


def _letters(char: str) -> str:
    """The Persian or Latin letter that it is or looks like; nothing for marks; otherwise a space
    for what parts words, and a dot for all else."""
    if char.isspace():
        return " "
    kept = ""
    for part in unicodedata.normalize("NFKD", char).casefold():
        letter = _LOOKALIKES.get(part) or part.translate(FOLDED)
        if letter.isalpha():
            kept += letter
        elif letter and unicodedata.category(letter)[0] != "M" and letter not in _JOINERS:
            kept += "."
    return "." if len(kept) > 1 and not kept.isalpha() else kept


_LONGEST = 4  # «ﷺ» is a sentence of eighteen letters, and no part of an address
_JOINERS = "\u200d\u200b\xad\u2060\ufeff"
_LOOKALIKES = dict(zip("аеорсухіјѕһԁԛԝкмтвгп", "aeopcyxijshdqwkmtbrn", strict=True)) | dict(
    zip("αβεικνορτυχω", "abeiknoptuxw", strict=True)
)
_LOOKALIKES |= {
    sign: letter
    for letter, signs in {
        "ت": "ټٺٹ",
        "د": "ڈډڊڌڍ",
        "ر": "ڑړڔڕ",
        "ژ": "ڙږ",
        "ن": "ںڼڻ",
        "ل": "ڵڶڷ",
        "س": "ښڛ",
        "ج": "ڄ",
        "ح": "ځڂ",
        "چ": "څ",
        "گ": "ګڰڱ",
        "ف": "ڡڢڣڤڥ",
        "ق": "ٯڧڨ",
        "ک": "ڬڭڮݢ",
        "ب": "ٻڀ",
        "پ": "ڽ",
        "ی": "ئ",
        "و": "ؤۊۉ",
        "ه": "ە",
    }.items()
    for sign in signs
}

# Full stops of other scripts and signs that pass for one; ۔ is the Urdu full stop.
_DOTS = dict.fromkeys("․。｡．۔﹒·•∙⋅ꞏ‧", ".")
_PLAIN = _Signs(_plain, _DOTS | {"ـ": ""})
_LETTERS = _Signs(_letters, {"ـ": "", "\u200c": "."})


def plain(text: str) -> Skeleton:
    """For addresses and numbers: "𝗍．𝗆𝖾" is "t.me", "٠٩۱2" is "0912"."""
    return _read(text, _PLAIN)


def letters(text: str) -> Skeleton:
    """For words: letters without marks, " " where words part, "." for whatever else stands
    between letters."""
    return _read(text, _LETTERS)


def _read(text: str, signs: _Signs) -> Skeleton:
    read = [signs[char] for char in text]
    places = [place for place, sign in enumerate(read) for _each in sign]
    return Skeleton("".join(read), tuple(places))
