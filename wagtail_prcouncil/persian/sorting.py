"""One order of titles on every database, whatever its collation."""

import re
import unicodedata

from wagtail_prcouncil.persian import digits
from wagtail_prcouncil.persian.letters import MARKS
from wagtail_prcouncil.persian.text import canonical

_ALPHABET = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SPACE = "00"
# Two digits for each letter: collations agree on digits alone, and none skips or merges them.
_PLACES = {letter: str(place) for place, letter in enumerate(_ALPHABET, 20)}
_PLACES |= {letter: str(place) for place, letter in enumerate(_LATIN, 60)}
# CLDR's Persian order: hamza on any carrier is a letter between alef and beh.
_PLACES |= dict.fromkeys("أإؤئ", _PLACES["ء"])
_PLACES |= {"ٱ": _PLACES["ا"], "ة": _PLACES["ه"], "ە": _PLACES["ه"], "ے": _PLACES["ی"]}
_NUMBER = "10"
_OTHER = "90"

_DROPPED = re.compile(f"[{MARKS}ـ\u200d]+")
_GAP = re.compile(r"[\W_]+")
_PARTS = re.compile(r"(?P<number>[0-9]{1,99})|(?P<letter>.)")


def sort_key(text: str) -> str:
    """A string of ASCII digits that sorts as the Persian alphabet does.

    Spaces, half-spaces and punctuation come first and count as one, then numbers by their value
    («جلسهٔ ۹» before «جلسهٔ ۱۰»), Persian letters, Latin letters without case, all others by code
    point. Two digits for a letter: a prefix of the key orders by a prefix of the text.
    """
    text = _DROPPED.sub("", canonical(text)).casefold()
    text = unicodedata.normalize("NFKC", digits.to_ascii(text))
    words = _GAP.sub(" ", text).split()
    return _SPACE.join("".join(map(_place, _PARTS.finditer(word))) for word in words)


def _place(part: re.Match[str]) -> str:
    if part["number"]:
        number = part["number"].lstrip("0")
        return f"{_NUMBER}{len(number):02d}{number}"
    letter = part["letter"]
    if letter in _PLACES:
        return _PLACES[letter]
    bases = _DROPPED.sub("", unicodedata.normalize("NFKD", letter))  # é is e
    return "".join(_PLACES.get(base, f"{_OTHER}{ord(base):07d}") for base in bases)
