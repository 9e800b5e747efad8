"""Labels that an editor may propose for clauses: «مادهٔ ۱», «اصل نخست», «الف», "Article 1", "a".

A label is stored text and stays what it is (anchors are what links point at); nothing here writes
one. Words and figures are of the language of the text.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.letters import ZWNJ
from wagtail_prcouncil.persian.numbers import ordinal
from wagtail_prcouncil.persian.text import canonical

LEVELS = 3
HIGHEST = 400
"""Numbers up to this are read back from labels."""
AGAIN = ("مکرر", "bis")
"""What was put between two numbers takes none itself: «مادهٔ ۵ مکرر»."""
PERSIAN_LETTERS = ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
LATIN_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


class Style(StrEnum):
    """How numbers are written."""

    FIGURES = "figures"
    ORDINALS = "ordinals"
    LETTERS = "letters"


class Scheme(NamedTuple):
    """How the clauses of a level are labelled: a word, which may be none, and a style."""

    word: str
    style: Style
    is_persian: bool = True

    def label(self, number: int) -> str:
        """The label of the clause with that number among those beside it; 1 is the first."""
        return canonical(f"{self._joined_word} {self._numeral(number)}".strip())

    def number_in(self, label: str) -> int | None:
        """Which number this scheme gives the label; None for one that is not of it."""
        return _numbers(self).get(canonical(label.strip()))

    @property
    def _joined_word(self) -> str:
        """«مادهٔ», «تبصرهٔ»: a silent ه takes a sign where something follows."""
        return f"{self.word}ٔ" if self.word.endswith("ه") and self.is_persian else self.word

    def _numeral(self, number: int) -> str:
        if self.style == Style.LETTERS:
            return _lettered(number, PERSIAN_LETTERS if self.is_persian else LATIN_LETTERS)
        if self.style == Style.ORDINALS and self.is_persian:
            return ordinal(number)
        return to_persian(number) if self.is_persian else str(number)


class Labelled(NamedTuple):
    """A clause of a text in the order in which it is read: its level (1 to 3), its label."""

    level: int
    label: str


PERSIAN_WORDS = ("ماده", "اصل", "محور", "بند", "تبصره", "")
ENGLISH_WORDS = ("Article", "Principle", "Axis", "Paragraph", "Note", "")
INNER_WORDS = ("بند", "زیربند")
"""What a bare label of the second and the third level is called where it is named: in Persian a
word stands before it, elsewhere it stands in brackets."""
STYLES: Mapping[bool, Sequence[Style]] = {
    True: (Style.FIGURES, Style.ORDINALS, Style.LETTERS),
    False: (Style.FIGURES, Style.LETTERS),
}
"""By whether the language is Persian."""


def usual(is_persian: bool) -> tuple[Scheme, ...]:
    """Of a new text, level by level."""
    word = PERSIAN_WORDS[0] if is_persian else ENGLISH_WORDS[0]
    levels = ((word, Style.FIGURES), ("", Style.LETTERS), ("", Style.FIGURES))
    return tuple(Scheme(word, style, is_persian) for word, style in levels)


def schemes(is_persian: bool) -> list[Scheme]:
    """All that an editor can choose from."""
    words = PERSIAN_WORDS if is_persian else ENGLISH_WORDS
    return [Scheme(word, style, is_persian) for word in words for style in STYLES[is_persian]]


def schemes_of(clauses: Sequence[Labelled], is_persian: bool) -> tuple[Scheme, ...]:
    """Those by which a text is labelled so far; the usual ones where its labels tell none."""
    found = list(usual(is_persian))
    for level in range(1, LEVELS + 1):
        label = next((row.label for row in clauses if row.level == level and row.label), "")
        reading = (one for one in schemes(is_persian) if one.number_in(label) is not None)
        found[level - 1] = next(reading, found[level - 1])
    return tuple(found)


def proposed(
    clauses: Sequence[Labelled], chosen: Sequence[Scheme], *, again: bool = False
) -> list[str]:
    """A label for each clause, in order; `chosen` are schemes by level.

    What has a label keeps it, and what has none goes on from the one before it; `again` numbers
    all of them from the first.
    """
    labels = [row.label for row in clauses]
    for level, places in _beside_each_other(clauses):
        scheme = chosen[level - 1]
        if again:
            labels_here = [scheme.label(number) for number in range(1, len(places) + 1)]
        else:
            labels_here = _filled([labels[place] for place in places], scheme)
        for place, label in zip(places, labels_here, strict=True):
            labels[place] = label
    return labels


def placed(labels: Sequence[str]) -> str:
    """A label behind those of the clauses above it, the outermost first: «اصل ۲، بند الف»,
    "Article 2(a)". One of letters or figures alone says nothing where it is named alone."""
    told, *inner = labels
    is_persian = not "".join(labels).isascii()
    for label, word in zip(inner, INNER_WORDS, strict=False):
        if not told or not label:
            told = told or label
        elif is_persian:
            told = f"{told}، {word} {label}" if _is_bare(label, True) else f"{told}، {label}"
        else:
            told = f"{told}({label})" if _is_bare(label, False) else f"{told}, {label}"
    return told


def _is_bare(label: str, is_persian: bool) -> bool:
    plain = (Scheme("", style, is_persian) for style in (Style.FIGURES, Style.LETTERS))
    return any(one.number_in(label) is not None for one in plain)


def _beside_each_other(clauses: Sequence[Labelled]) -> Iterator[tuple[int, list[int]]]:
    """Places of clauses with one parent, and their level."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    above = [-1] * (LEVELS + 1)
    for place, row in enumerate(clauses):
        groups[row.level, above[row.level - 1]].append(place)
        above[row.level] = place
    for (level, _parent), places in groups.items():
        yield level, places


def _filled(labels: list[str], scheme: Scheme) -> list[str]:
    taken = {canonical(label.strip()) for label in labels}
    found, before = [], 0
    for label in labels:
        if label.strip():
            read = scheme.number_in(label)
            is_between = label.split()[-1] in AGAIN
            before = read if read is not None else before + (not is_between)
            found.append(label)
            continue
        before += 1
        while scheme.label(before) in taken:
            before += 1
        found.append(scheme.label(before))
        taken.add(found[-1])
    return found


def _lettered(number: int, letters: Sequence[str]) -> str:
    """As columns of a sheet: after the last letter two of them."""
    found: list[str] = []
    while number > 0:
        number, place = divmod(number - 1, len(letters))
        found.insert(0, letters[place])
    return (ZWNJ if letters is PERSIAN_LETTERS else "").join(found)


@lru_cache(maxsize=64)
def _numbers(scheme: Scheme) -> Mapping[str, int]:
    return {scheme.label(number): number for number in range(1, HIGHEST + 1)}
