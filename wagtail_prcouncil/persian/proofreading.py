"""What an editor would put right in a Persian text: found, never changed.

Linear in the length of the text; never raises. The rules are those of the Academy's orthography
(دستور خط فارسی) where one ending can be told from another word without knowing grammar.
"""

import re
from typing import NamedTuple

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.letters import ARABIC_SCRIPT, PREFERRED, ZWNJ

_LETTER = f"[{ARABIC_SCRIPT}]"
_APART = f"(?<![{ARABIC_SCRIPT}{ZWNJ}])"
_END = f"(?![{ARABIC_SCRIPT}{ZWNJ}])"
_FOREIGN = "".join(chr(code) for code in PREFERRED if not chr(code).isdigit())
_STEMS = (
    "شود شوند شویم شد شدند کند کنند کنیم کرد کردند دهد دهند دهیم گوید گویند گفت رود روند رفت باشد "
    "باشند تواند توانند توانیم خواهد خواهند خواهیم گیرد گیرند آید آیند یابد یابند رسد رسید دارد "
    "دارند داند دانند سازد سازند بیند بینند گذارد گذارند"
).replace(" ", "|")
_BEFORE_VERB = re.compile(f"{_APART}(ن?می)[ \xa0]({_LETTER}{{2,20}}){_END}")
_IN_VERB = re.compile(f"{_APART}(ن?می)({_STEMS}){_END}")
_AFTER_WORD = re.compile(
    f"{_APART}({_LETTER}{{2,30}})[ \xa0](ها|های|هایی|هایش|هایشان|تر|ترین){_END}"
)
_AFTER_HEH = re.compile(f"{_APART}({_LETTER}{{1,30}}ه)[ \xa0](ای|اند){_END}")
_ARABIC = re.compile(f"{_LETTER}*[{_FOREIGN}]{_LETTER}*")
_STRAIGHT = re.compile(rf'"(?=[^"\n]{{0,200}}{_LETTER})[^"\n]{{1,200}}"')
_HAS_LETTER = re.compile(_LETTER)
_WORD = re.compile(r"\S+")
_LATIN = re.compile("[A-Za-z]")
_NUMBER = re.compile(r"[0-9]+(?:[.,/:٫٬-][0-9]+)*")


class Slip(NamedTuple):
    """Words as they stand, and as they would be right."""

    found: str
    better: str


def missing_half_spaces(text: str) -> list[Slip]:
    """«می شود», «میشود», «کتاب ها», «بزرگ تر», «خانه ای»: each once, in order."""
    slips: dict[str, tuple[int, str]] = {}
    for rule in (_BEFORE_VERB, _IN_VERB, _AFTER_WORD, _AFTER_HEH):
        for match in rule.finditer(text):
            slips.setdefault(match[0], (match.start(), f"{match[1]}{ZWNJ}{match[2]}"))
    in_order = sorted(slips.items(), key=lambda slip: slip[1][0])
    return [Slip(found, better) for found, (_start, better) in in_order]


def arabic_letters(text: str) -> list[Slip]:
    """Words with letters of an Arabic keyboard, «كتابي»: each once, in order."""
    found = dict.fromkeys(match[0] for match in _ARABIC.finditer(text))
    return [Slip(word, word.translate(PREFERRED)) for word in found]


def latin_digits(text: str) -> list[Slip]:
    """Numbers in ASCII digits on lines of Persian, «71 درصد»: each once, in order. Addresses,
    names like ISO9001 and what follows a Latin word, as in "ISO 9001", are left alone."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        if not _HAS_LETTER.search(line):
            continue
        is_latin = False
        for word in _WORD.findall(line):
            is_after_latin, is_latin = is_latin, _LATIN.search(word) is not None
            if not is_latin and not is_after_latin:
                found |= dict.fromkeys(_NUMBER.findall(word))
    return [Slip(number, to_persian(number)) for number in found]


def straight_quotes(text: str) -> list[Slip]:
    """Persian words between "typewriter quotes", which are «گیومه» in print: each once."""
    found = dict.fromkeys(match[0] for match in _STRAIGHT.finditer(text))
    return [Slip(words, f"«{words[1:-1]}»") for words in found]
