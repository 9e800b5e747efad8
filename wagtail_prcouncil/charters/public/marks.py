"""What stands in the star before a clause: «۵» for «اصل ۵», «۵م» for «اصل ۵ مکرر»."""

import re

from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.persian.numbers import ordinal
from wagtail_prcouncil.ui.languages import PageLanguage

LONGEST = 3  # letters that a star has room for
HIGHEST = 200
_NUMBER = re.compile(r"[0-9]+")
_AGAIN = re.compile(r"(?:^|\s)(مکرر|bis)(?:\s|$)")


def mark_of(label: str, language: PageLanguage) -> str:
    """The number in a printed label, in figures; a short label itself («الف»). Empty where neither
    is to be had: the star stands for itself."""
    short = label.strip(" .:)(-")
    number = _number_in(short)
    if number is None:
        return short if 0 < len(short) <= LONGEST else ""
    figures = to_persian(number) if language.is_persian else str(number)
    again = ("م" if language.is_persian else "b") if _AGAIN.search(short) else ""
    mark = f"{figures}{again}"
    return mark if len(mark) <= LONGEST else ""


def _number_in(label: str) -> int | None:
    """In figures, else in Persian words at the end of the label: «مادهٔ بیست و یکم»."""
    figures = _NUMBER.search(to_ascii(label))
    if figures:
        return int(figures[0])
    words = _AGAIN.sub("", label).split()
    ends = (_ORDINALS.get(_joined("".join(words[-length:]))) for length in (5, 3, 1))
    return next((number for number in ends if number), None)


def _joined(words: str) -> str:
    """However it is spaced."""
    return words.replace("\u200c", "").replace(" ", "")


_ORDINALS = {_joined(ordinal(number)): number for number in range(1, HIGHEST)}
