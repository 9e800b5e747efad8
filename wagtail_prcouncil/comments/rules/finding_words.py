"""Finding words of a list however they are typed: one reading of the text, whatever the list's
length (the automaton of Aho and Corasick).

Letters are compared as `skeleton.letters` gives them, a letter that is held down counting once.
Between two letters of a word may stand signs, digits and pictures («د.ز.د», «دز۱د»); a space only
where the text is spelled letter by letter («د ز د»), where the listed words have one, and in long
words («کلاه بردار»): «ما در» is not «مادر».
"""

import re
from collections import deque
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from wagtail_prcouncil.comments.rules.skeleton import letters


class Gap(IntEnum):
    """What stands before a letter."""

    NONE = 0
    SIGN = 1
    SPACE = 2


class Spelled(NamedTuple):
    """The letters of a text, what stands before each, and the first and last place of each."""

    signs: str
    gaps: list[Gap]
    starts: list[int]
    ends: list[int]


class Pattern(NamedTuple):
    """Letters to look for; `own_gaps` are those before which the listed words have a gap. `strict`
    ones are found only as they are listed; `inside` ones also within other words."""

    signs: str
    own_gaps: frozenset[int]
    key: int
    inside: bool = False
    strict: bool = False


class Found(NamedTuple):
    """Which pattern, and where in the text, its ending included."""

    key: int
    start: int
    end: int


SPLIT_WHERE_EVER = 6
"""Letters of a word from which on a space within it is taken for a trick."""

# What may follow a word: plurals, pronouns, «است» and its like, «را» as it is spoken.
_ENDING = re.compile(
    "(?:ها|ان|ا)?(?:ی|ای|ئی)?(?:م|ت|ش|مان|تان|شان|مون|تون|شون|یم|ید|ند|ام|اید|اند|ست|ه|و|رو|را"
    "|تر|ترین)?"
)
# Behind two letters the rest is more often another word: «خرید», «خرم».
_SHORT_ENDING = re.compile("(?:ها|های|هایی|ی|ه|و|رو|را)?")
_LATIN_ENDING = re.compile("(?:e?s|ing|ha|haye?|i|e|am|et|esh)?")


def spelled(text: str) -> Spelled:
    """In one pass. Letters that only repeat the one before them in the same word are left out."""
    read = letters(text)
    signs: list[str] = []
    gaps: list[Gap] = []
    starts: list[int] = []
    ends: list[int] = []
    gap = Gap.SPACE
    for sign, place in zip(read.signs, read.places, strict=True):
        if sign in ". ":
            gap = max(gap, Gap.SPACE if sign == " " else Gap.SIGN)
        elif gap is Gap.NONE and signs and signs[-1] == sign:
            ends[-1] = place
        else:
            signs.append(sign)
            gaps.append(gap)
            starts.append(place)
            ends.append(place)
            gap = Gap.NONE
    return Spelled("".join(signs), gaps, starts, ends)


def pattern_of(words: str, key: int, *, inside: bool = False, strict: bool = False) -> Pattern:
    form = spelled(words)
    gaps = frozenset(at for at, gap in enumerate(form.gaps) if at and gap is not Gap.NONE)
    return Pattern(form.signs, gaps, key, inside, strict)


class Automaton:
    """All patterns at once. Made once for a list, and read only from then on."""

    def __init__(self, patterns: list[Pattern]) -> None:
        self._next: list[dict[str, int]] = [{}]
        self._ends: list[list[Pattern]] = [[]]
        for pattern in patterns:
            if pattern.signs:
                self._add(pattern)
        self._fallback = [0] * len(self._next)
        self._link()

    def find(self, text: Spelled) -> Iterator[Found]:
        """Every place of every pattern, those that overlap included."""
        state = 0
        for at, sign in enumerate(text.signs):
            while state and sign not in self._next[state]:
                state = self._fallback[state]
            state = self._next[state].get(sign, 0)
            for pattern in self._ends[state]:
                found = _confirmed(pattern, text, at + 1 - len(pattern.signs), at + 1)
                if found is not None:
                    yield found

    def _add(self, pattern: Pattern) -> None:
        state = 0
        for sign in pattern.signs:
            if sign not in self._next[state]:
                self._next[state][sign] = len(self._next)
                self._next.append({})
                self._ends.append([])
            state = self._next[state][sign]
        self._ends[state].append(pattern)

    def _link(self) -> None:
        """For each state the longest ending of it that begins a pattern, nearest states first."""
        waiting = deque(self._next[0].values())
        while waiting:
            state = waiting.popleft()
            for sign, following in self._next[state].items():
                waiting.append(following)
                other = self._fallback[state]
                while other and sign not in self._next[other]:
                    other = self._fallback[other]
                self._fallback[following] = self._next[other].get(sign, 0)
                self._ends[following] += self._ends[self._fallback[following]]


def _confirmed(pattern: Pattern, text: Spelled, start: int, end: int) -> Found | None:
    """Whether letters `start` to `end` stand in the text as the pattern wants them."""
    if not _gaps_fit(pattern, text.gaps, start, end):
        return None
    if pattern.inside:
        return Found(pattern.key, text.starts[start], text.ends[end - 1] + 1)
    if text.gaps[start] is Gap.NONE:
        return None
    last = end
    while last < len(text.gaps) and last - end <= 12 and text.gaps[last] is Gap.NONE:
        last += 1
    if not _ending_of(pattern.signs).fullmatch(text.signs, end, last):
        return None
    return Found(pattern.key, text.starts[start], text.ends[last - 1] + 1)


def _ending_of(signs: str) -> re.Pattern[str]:
    if signs.isascii():
        return _LATIN_ENDING
    return _ENDING if len(signs) > 2 else _SHORT_ENDING


def _gaps_fit(pattern: Pattern, gaps: list[Gap], start: int, end: int) -> bool:
    inner = gaps[start + 1 : end]
    if pattern.strict:
        return frozenset(at for at, gap in enumerate(inner, 1) if gap) == pattern.own_gaps
    if Gap.SPACE not in inner or len(pattern.signs) >= SPLIT_WHERE_EVER:
        return True
    if all(inner):  # letter by letter
        return True
    return all(gap is not Gap.SPACE or at in pattern.own_gaps for at, gap in enumerate(inner, 1))
