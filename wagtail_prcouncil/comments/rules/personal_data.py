"""Numbers and addresses by which a person is found, or pays: in any digits, spaced or hyphened.

Check digits are computed where a number has them, so that codes and amounts are seldom taken for
one. What is found is proposed for redaction (redaction.py).
"""

import re
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from operator import mul

from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.rules.skeleton import plain
from wagtail_prcouncil.comments.states import Hold

_SEAM = r"[ \t\n\-.,_/()*٬،|]{0,3}"
# Of a text that is all digits, so many places are tried for each kind; some pass any check.
_MOST_TRIED = 300
_NO_SEAM = str.maketrans("", "", " \t\n-.,_/()*٬،|")
_FREE, _END = r"(?<![0-9])", r"(?![0-9])"


def _digits(count: int) -> str:
    return rf"(?:{_SEAM}[0-9]){{{count}}}"


# Digits spelled as words: «صفر نهصد و دوازده» is beyond this, «صفر نه یک دو» is not.
_SPELLED = {
    word: str(value)
    for value, words in enumerate(
        ["صفر", "یک", "دو", "سه", "چهار چار", "پنج", "شش شیش", "هفت", "هشت", "نه"]
    )
    for word in words.split()
}
_SPELLED_RUN = re.compile(
    rf"(?<!\w)(?:{'|'.join(_SPELLED)})(?:[\s\-.،,]{{1,3}}(?:{'|'.join(_SPELLED)})){{9,13}}(?!\w)"
)
_SPELLED_WORD = re.compile("|".join(_SPELLED))
_PLATE_LETTER = "(?:الف|ا|ب|پ|ت|ث|ج|د|ز|ژ|س|ش|ص|ط|ظ|ع|ف|ق|ک|گ|ل|م|ن|و|ه|ی|d|s)"


def is_mobile(digits: str) -> bool:
    """Of the ten digits behind 0 or +98: «912…»; round amounts are none."""
    return len(set(digits)) > 2


def is_national_id(digits: str) -> bool:
    """Ten digits, the last of which checks the others; ten times the same one is nobody's."""
    rest = (
        sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
        % 11
    )
    return len(set(digits)) > 1 and int(digits[-1]) == (rest if rest < 2 else 11 - rest)


def is_card(digits: str) -> bool:
    """Luhn's check; cards begin with 2 to 9."""
    doubled = list(map(mul, map(int, digits), cycle((2, 1))))
    return digits[0] in "23456789" and sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def is_sheba(digits: str) -> bool:
    """ISO 13616: the account behind «IR» and its two check digits, read as a number, leaves 1."""
    return int(f"{digits[2:]}1827{digits[:2]}") % 97 == 1


def _any(digits: str) -> bool:
    return True


# From the most telling to the least; of two that overlap, the first is kept. Looked for at every
# place, since a year may stand before a number: «۱۴۰۳ ۰۹۱۲…».
_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (kind, re.compile(rf"(?=({pattern}){_END})"), check)
    for kind, pattern, check in (
        ("sheba", rf"(?<![a-z])i{_SEAM}r{_SEAM}([0-9]{_digits(23)})", is_sheba),
        ("sheba", rf"{_FREE}([0-9]{_digits(23)})", is_sheba),
        ("card", rf"{_FREE}([0-9]{_digits(15)})", is_card),
        (
            "mobile",
            rf"{_FREE}(?:(?:\+|00)?{_SEAM}9{_SEAM}8{_SEAM}0?{_SEAM}|0{_SEAM})(9{_digits(9)})",
            is_mobile,
        ),
        ("mobile", rf"{_FREE}(9{_digits(9)})", is_mobile),
        ("national_id", rf"{_FREE}([0-9]{_digits(9)})", is_national_id),
        ("telephone", rf"{_FREE}(0{_SEAM}[1-8]{_digits(9)})", is_mobile),
    )
)
_OTHERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "email",
        re.compile(
            r"(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}\s?(?:@|[\[(]\s?(?:at|ات)\s?[\])])\s?"
            r"[a-z0-9-]{1,63}(?:(?:\.|\s?[\[(]\s?(?:\.|dot)\s?[\])]\s?)[a-z0-9-]{1,63}){1,5}"
        ),
    ),
    (
        "plate",
        re.compile(
            rf"{_FREE}[0-9]{{2}}[\s-]{{0,2}}{_PLATE_LETTER}[\s-]{{0,2}}[0-9]{{3}}[\s\-/|]{{1,3}}"
            rf"(?:ایران|iran)?[\s\-/|]{{0,3}}[0-9]{{2}}{_END}"
            rf"|(?:ایران|iran)[\s\-/|]{{0,3}}[0-9]{{2}}[\s\-/|]{{1,3}}[0-9]{{3}}[\s-]{{0,2}}"
            rf"{_PLATE_LETTER}[\s-]{{0,2}}[0-9]{{2}}{_END}"
        ),
    ),
)


def personal_data(examined: Examined) -> list[Hit]:
    """Each number or address once, with its kind; linear in the text."""
    return [
        Hit(Hold.PERSONAL_DATA, field, start, end, detail=kind)
        for field, words in examined.words()
        for kind, start, end in found_in(words)
    ]


def found_in(words: str) -> list[tuple[str, int, int]]:
    """Kind and place of all that is found, in the order of the text, none within another."""
    seen = plain(words)
    taken = bytearray(len(seen.signs))
    kept: list[tuple[str, int, int]] = []
    for kind, start, end in _all(seen.signs):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((kind, start, end))
    placed = [(kind, *seen.span(start, end)) for kind, start, end in kept]
    return sorted(placed, key=lambda found: found[1])


def _all(signs: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern, check in _NUMBERS:
        for found in islice(pattern.finditer(signs), _MOST_TRIED):
            if check(found[2].translate(_NO_SEAM)):
                yield kind, *found.span(1)
    for kind, pattern in _OTHERS:
        for found in pattern.finditer(signs):
            yield kind, *found.span()
    for found in _SPELLED_RUN.finditer(signs):
        digits = "".join(_SPELLED[word] for word in _SPELLED_WORD.findall(found[0]))
        for kind in _kinds_of(digits):
            yield kind, *found.span()


def _kinds_of(digits: str) -> Iterator[str]:
    for kind, pattern, check in _NUMBERS:
        found = pattern.match(digits)
        if found and found.end(1) == len(digits) and check(found[2]):
            yield kind
