"""Two forms of a text: the one that is stored, and the key by which it is found.

Both are idempotent and linear in the length of the text, take any string, and never raise.
"""

import re
import unicodedata
from functools import lru_cache

from wagtail_prcouncil.persian.letters import (
    ARABIC_SCRIPT,
    CLEANED,
    FOLDED,
    MARKS,
    NON_JOINING,
    PREFERRED,
    ZWNJ,
)

# Unicode's Stream-Safe bound (UAX #15): normalising sorts the marks of one letter in quadratic
# time, so a crafted run of them must not reach it. Half-width katakana marks decompose to marks.
_MOST_MARKS = 30
_MARKS_SUSPECTED = re.compile(r"(?:[^\w\s]|[\uff9e\uff9f]){31,}")

_CLEANED = re.compile("[" + "".join(map(re.escape, CLEANED)) + "]")
# Letters and ligatures of the presentation blocks. Signs such as ﷼ and ﷺ stay as they are.
_PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf2\ufe70-\ufefc]")
_PREFERRED = re.compile("[" + "".join(map(chr, PREFERRED)) + "]")
_YEH_HAMZA = re.compile("ی\u0654")
# Old word processors show the half-space as ¬, and scraping keeps the sign.
_NOT_SIGN = re.compile(f"(?<=[{ARABIC_SCRIPT}])\xac(?=[{ARABIC_SCRIPT}])")
_ZWNJ_RUN = re.compile(ZWNJ + "{2,}")
_ZWNJ_IDLE = re.compile(rf"{ZWNJ}(?![{ARABIC_SCRIPT}])|(?<![\w{MARKS}]){ZWNJ}")
_ZWNJ_UNSEEN = re.compile(f"([{NON_JOINING}][{MARKS}]*+){ZWNJ}")

_MARKS = re.compile(f"[{MARKS}]+")
_FOLDED = re.compile("[" + "".join(map(chr, FOLDED)) + "]")
_GAP = re.compile(r"[\W_]+")
_SEAM = re.compile(
    f"(?<=[0-9a-z])(?=[{ARABIC_SCRIPT}])|(?<=[{ARABIC_SCRIPT}])(?=[0-9a-z])"  # ۵۰ساله، PDFها
)
_LONGEST_KEPT = 500  # characters; twice a thousand texts of that length are 2 MB
_PLURALS = ("ها", "های", "هایی")
_SHORTEST_STEM = 3


def canonical(text: str) -> str:
    """The text as it is stored: nothing a reader sees is lost, what looks alike is written alike.

    - Unicode NFC; presentation forms become letters; ي ى ك become ی ک; ١ becomes ۱; ی with a
      hamza above becomes ئ; ۀ becomes هٔ (heh and U+0654, which joins in every font; no
      single code point for it survives NFC).
    - Bidi controls, control characters, byte-order marks and lone surrogates go.
    - Half-spaces stay where they part two shapes: one at a time, before a letter, and not after
      a letter that never joins the next, where they show nothing («کار‌ها» is stored «کارها»).
    - No-break and typographic spaces become spaces; every line break becomes ``\\n``.
    """
    if text.isascii() and text.isprintable():
        return text[:]  # a plain string, whatever came
    return _kept_canonical(text) if len(text) <= _LONGEST_KEPT else _canonical(text)


def _canonical(text: str) -> str:
    text = _CLEANED.sub(lambda found: CLEANED[found[0]], text.replace("\r\n", "\n"))
    text = _PRESENTATION.sub(_as_letters, text)
    text = _ZWNJ_IDLE.sub("", _ZWNJ_RUN.sub(ZWNJ, text))
    text = _MARKS_SUSPECTED.sub(_first_marks, text)
    text = _NOT_SIGN.sub(ZWNJ, unicodedata.normalize("NFC", text))
    text = _PREFERRED.sub(lambda found: found[0].translate(PREFERRED), text)
    text = _YEH_HAMZA.sub("ئ", text)
    text = _ZWNJ_UNSEEN.sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


# A form cleans what it is given, the field cleans it again, the index once more; an importer brings
# the same outlets and places with each item.
_kept_canonical = lru_cache(maxsize=1024)(_canonical)


def fold(text: str) -> str:
    """The key of a text for search and for finding duplicates: lossy, never shown.

    Lower case, no marks, no punctuation, ASCII digits, words parted by one space; آ أ إ are ا,
    ئ is ی, ؤ is و, ة and هٔ are ه, ء and kashida go; a half-space parts words; the plural
    endings ها، های، هایی fall from stems of three letters and more, however they are spaced.
    """
    text = unicodedata.normalize("NFKD", canonical(text)).casefold()
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    text = _FOLDED.sub(lambda found: found[0].translate(FOLDED), text)
    text = _SEAM.sub(" ", _GAP.sub(" ", unicodedata.normalize("NFC", text)))
    return " ".join(_without_plurals(text.split()))


def _first_marks(found: re.Match[str]) -> str:
    """The suspected characters, with no more marks in a row than the bound."""
    kept, run = [], 0
    for char in found[0]:
        is_mark = char in "\uff9e\uff9f" or unicodedata.category(char).startswith("M")
        run = run + 1 if is_mark else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _as_letters(found: re.Match[str]) -> str:
    """The letters of a presentation form; a free-standing mark loses the space that carries it."""
    return unicodedata.normalize("NFKC", found[0]).strip(" ")


def _without_plurals(words: list[str]) -> list[str]:
    """The words without plural endings; after a shorter stem («آن ها») the ending is joined."""
    kept: list[str] = []
    for word in words:
        if not word.endswith(_PLURALS):  # nearly all: a search index folds thousands a second
            kept.append(word)
            continue
        stem = _without_plural(word)
        if stem not in _PLURALS or not kept:
            kept.append(stem)
        elif len(kept[-1]) < _SHORTEST_STEM and not kept[-1].isascii():
            kept[-1] += stem
    return kept


def _without_plural(word: str) -> str:
    end = len(word)
    while True:
        for ending in _PLURALS:
            if end - len(ending) >= _SHORTEST_STEM and word.endswith(ending, 0, end):
                end -= len(ending)
                break
        else:
            return word[:end]
