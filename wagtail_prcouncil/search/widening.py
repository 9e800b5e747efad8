"""The query side: the spellings under which a reader's words may stand in the index.

A space between Persian words is uncertain: «روابط عمومی», «روابط‌عمومی» and «روابطعمومی» are one
term. The index keeps what was written (and the joined form of what was half-spaced); so a query
looks for its words apart and joined. What would find other words is left out: a half that is a
free-standing word of the grammar («مادران» is not «مادر آن»), and short words, unless one half
only ever occurs bound to a word («می‌رود», «مهم‌تر»).

Every step is bounded, because a reader can type anything.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery

from wagtail_prcouncil.search.folding import half_spaced, words

LONGEST_QUERY = 300
MOST_WORDS = 12
MOST_SPLITS = 120
MOST_PARTS = 40
LONGEST_WORD = 100

SHORTEST_COMPOUND = 6
LONGEST_COMPOUND = 24
SHORTEST_HALF = 2
_AND = "و"
_BOUND_BEFORE = frozenset("می نمی بی".split())
_BOUND_AFTER = frozenset("تر ترین".split())
_FREE = frozenset(
    "از با به بر تا در را که و یا نه هم هر هیچ این ان اینان انان همین همان او ما من تو شما وی ای"
    " خود چه چو چون پس اگر ولی اما نیز لیکن بلکه زیرا یک دو سه ده صد شد شده است بود باد".split()
)
_PERSIAN = re.compile("[\u0620-\u06ff]+")


class Spelling(NamedTuple):
    """Words that follow each other in the index; `is_last`: they hold the query's last word,
    which a reader who is still typing may not have finished.
    """

    words: tuple[str, ...]
    is_last: bool


class Spelled(PlainText):
    """A plain query after folding: for each word typed, the spellings that count as finding it."""

    def __init__(self, choices: list[list[Spelling]], operator: str = "and") -> None:
        super().__init__(" ".join(" ".join(choice[0].words) for choice in choices), operator)
        self.choices = choices


def widen(query: SearchQuery) -> SearchQuery | None:
    """The query over folded words; None when nothing is left to look for."""
    if sum(1 for _part in _parts(query)) > MOST_PARTS:
        return None
    return _widened(query)


def _parts(query: SearchQuery) -> Iterator[SearchQuery]:
    """The query and what it is made of, as deep as it goes."""
    waiting = [query]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += getattr(part, "subqueries", ())
        if isinstance(part, (Not, Boost)):
            waiting.append(part.subquery)


def _widened(query: SearchQuery) -> SearchQuery | None:
    if isinstance(query, PlainText):
        choices = _choices(query.query_string)
        return Spelled(choices, query.operator) if choices else None
    if isinstance(query, Phrase):
        spellings = _phrase(query.query_string)
        return Spelled([spellings]) if spellings else None
    if isinstance(query, Fuzzy):
        text = " ".join(_bounded_words(query.query_string))
        return Fuzzy(text, query.operator, query.unaccent) if text else None
    if isinstance(query, (Not, Boost)):
        inner = _widened(query.subquery)
        if inner is None:
            return None
        return Not(inner) if isinstance(query, Not) else Boost(inner, query.boost)
    if isinstance(query, (And, Or)):
        return _combined(query)
    return query


def _combined(query: And | Or) -> SearchQuery | None:
    """The combination of what is left of its parts; an empty part says nothing either way."""
    kept = [part for part in map(_widened, query.subqueries) if part is not None]
    if len(kept) < 2:
        return kept[0] if kept else None
    if isinstance(query, And) and all(isinstance(part, Not) for part in kept):
        return Not(Or([part.subquery for part in kept]))  # FTS5 has no unary NOT to combine
    return type(query)(kept)


def _bounded_words(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in words(text[:LONGEST_QUERY])[:MOST_WORDS]]


def _choices(text: str) -> list[list[Spelling]]:
    """For each word of the query its spellings. A joined pair counts for both of its words."""
    typed = _bounded_words(text)
    last = len(typed) - 1
    choices = [[Spelling((word,), index == last)] for index, word in enumerate(typed)]
    for start, end, joined in _joins(typed, text):
        for choice in choices[start:end]:
            choice.append(Spelling((joined,), end > last))
    allowance = MOST_SPLITS
    for index, word in enumerate(typed):
        splits = list(_splits(word))[:allowance]
        allowance -= len(splits)
        choices[index] += (Spelling(split, index == last) for split in splits)
    return choices


def _phrase(text: str) -> list[Spelling]:
    """A phrase as typed, and with one pair joined or one word split."""
    typed = tuple(_bounded_words(text))
    if not typed:
        return []
    spellings = [typed]
    for start, end, joined in _joins(list(typed), text):
        spellings.append((*typed[:start], joined, *typed[end:]))
    for index, word in enumerate(typed):
        spellings += ((*typed[:index], *split, *typed[index + 1 :]) for split in _splits(word))
    return [Spelling(spelling, True) for spelling in spellings[: MOST_SPLITS + 1]]


def _joins(typed: list[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Neighbours that may be stored as one word: first index, end index, the word."""
    for apart, joined in half_spaced(text[:LONGEST_QUERY]):
        for start in range(len(typed) - len(apart) + 1 if len(joined) == 1 else 0):
            if len(apart) > 1 and typed[start : start + len(apart)] == apart:
                yield start, start + len(apart), joined[0]
    for index, (first, second) in enumerate(zip(typed, typed[1:], strict=False)):
        if _is_persian(first, second) and (
            len(first + second) >= SHORTEST_COMPOUND or _is_bound(first, second)
        ):
            yield index, index + 2, first + second
    for index in range(1, len(typed) - 1):  # «آموزش و پرورش» stored «آموزشوپرورش»
        first, middle, second = typed[index - 1 : index + 2]
        if middle == _AND and _is_persian(first, second):
            yield index - 1, index + 2, first + middle + second


def _splits(word: str) -> Iterator[tuple[str, ...]]:
    """The pairs of words that may be written as this one."""
    if len(word) > LONGEST_COMPOUND or not _is_persian(word):
        return
    is_compound = len(word) >= SHORTEST_COMPOUND
    if is_compound and word.startswith(_AND):
        yield _AND, word[1:]
    for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
        first, second = word[:cut], word[cut:]
        if _FREE.isdisjoint((first, second)) and (is_compound or _is_bound(first, second)):
            yield first, second
        after = second[1:]
        if (
            is_compound
            and second[0] == _AND
            and len(after) >= SHORTEST_HALF
            and (_FREE.isdisjoint((first, after)))
        ):
            yield first, _AND, after


def _is_bound(first: str, second: str) -> bool:
    """Whether one half never stands alone, so that the two are one word however spaced."""
    return (first in _BOUND_BEFORE and second not in _FREE and len(second) >= SHORTEST_HALF) or (
        second in _BOUND_AFTER and first not in _FREE and len(first) >= SHORTEST_HALF
    )


def _is_persian(*texts: str) -> bool:
    return all(map(_PERSIAN.fullmatch, texts))
