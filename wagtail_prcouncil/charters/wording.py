"""Rich text as words on lines, and what differs between two of them.

A word keeps its half-spaces and its vowel signs; punctuation stands for itself, so that a new full
stop does not make the word before it new.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import NamedTuple

SAME, PUT_IN, TAKEN_OUT = "same", "ins", "del"
MOST_WORDS = 1500
"""Of a stretch in which both texts differ: longer ones are shown as replaced as a whole, since the
search for what they share takes steps by the square."""
LEAST_SHARED = 0.3
"""Of the words of such a stretch: where fewer are in both, one sentence has taken the place of
another, and single words that they share by chance would only be in the way of reading."""

# Half-space and joiner, vowel signs of Arabic script: they belong to the word that they stand in.
_TOKEN = re.compile(
    r"[\w\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670\u0300-\u036f]+|[^\w\s]", re.UNICODE
)
_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "blockquote", "ul", "ol", "br", "hr"})
_BREAK = "\n"


class Piece(NamedTuple):
    """Words that were there before and still are ("same"), were put in ("ins") or taken out
    ("del"). `glue` is the space before them."""

    kind: str
    words: str
    glue: str = ""


Line = tuple[Piece, ...]
"""A paragraph or an item of a list."""


class _Token(NamedTuple):
    text: str
    glue: str


@dataclass
class _Run:
    kind: str
    tokens: list[_Token]


def words_of(rich: str) -> str:
    """Rich text without its elements; a line for each paragraph and item."""
    reader = _Reader()
    reader.feed(rich)
    reader.close()
    lines = "".join(reader.found).split(_BREAK)
    return _BREAK.join(" ".join(line.split()) for line in lines if line.strip())


def rich_difference(before: str, after: str) -> tuple[Line, ...]:
    """Line by line; empty where the words are the same."""
    return plain_difference(words_of(before), words_of(after))


def plain_difference(before: str, after: str) -> tuple[Line, ...]:
    """The same of plain text."""
    if before == after:
        return ()
    runs = _merged(_runs(_tokens(before), _tokens(after)))
    return tuple(_lines(runs))


class _Reader(HTMLParser):
    """Gathers the text, and a break for each element that stands on lines of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.found.append(_BREAK)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.found.append(_BREAK)

    def handle_data(self, data: str) -> None:
        self.found.append(data.replace(_BREAK, " "))


def _tokens(text: str) -> list[_Token]:
    found = []
    for number, line in enumerate(text.split(_BREAK)):
        if number:
            found.append(_Token(_BREAK, ""))
        end = 0
        for match in _TOKEN.finditer(line):
            found.append(_Token(match[0], " " if match.start() > end else ""))
            end = match.end()
    return found


def _runs(before: Sequence[_Token], after: Sequence[_Token]) -> Iterator[_Run]:
    """What both begin and end with is set apart first: most changes are small."""
    old, new = [token.text for token in before], [token.text for token in after]
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    yield _Run(SAME, list(after[:head]))
    matcher = SequenceMatcher(None, old[head:old_end], new[head:new_end], autojunk=False)
    is_long = max(old_end, new_end) - head > MOST_WORDS
    if is_long or matcher.quick_ratio() < LEAST_SHARED:
        yield _Run(TAKEN_OUT, list(before[head:old_end]))
        yield _Run(PUT_IN, list(after[head:new_end]))
    else:
        for kind, first, last, start, stop in matcher.get_opcodes():
            if kind == "equal":
                yield _Run(SAME, list(after[head + start : head + stop]))
                continue
            yield _Run(TAKEN_OUT, list(before[head + first : head + last]))
            yield _Run(PUT_IN, list(after[head + start : head + stop]))
    yield _Run(SAME, list(after[new_end:]))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _merged(runs: Iterator[_Run]) -> list[_Run]:
    """Without empty ones, those of one kind together."""
    found: list[_Run] = []
    for run in runs:
        if not run.tokens:
            continue
        if found and found[-1].kind == run.kind:
            found[-1].tokens += run.tokens
        else:
            found.append(run)
    return found


def _lines(runs: Sequence[_Run]) -> Iterator[Line]:
    line: list[Piece] = []
    for run in runs:
        words: list[_Token] = []
        for token in run.tokens:
            if token.text != _BREAK:
                words.append(token)
                continue
            line += _piece(run.kind, words)
            words = []
            if run.kind != TAKEN_OUT or _ends_whole(line):
                if line:
                    yield tuple(line)
                line = []
        line += _piece(run.kind, words)
    if line:
        yield tuple(line)


def _ends_whole(line: Sequence[Piece]) -> bool:
    """Whether a line was taken out as a whole: what follows it stands on another."""
    return bool(line) and all(piece.kind == TAKEN_OUT for piece in line)


def _piece(kind: str, tokens: Sequence[_Token]) -> list[Piece]:
    if not tokens:
        return []
    words = "".join(f"{token.glue}{token.text}" for token in tokens)
    return [Piece(kind, words.lstrip(), tokens[0].glue)]
