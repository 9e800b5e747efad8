"""Words that moderators want to see marked, and accusations, which are looked at first.

No list tells libel from a report: a hit shows a place and decides nothing. The list is the site's
own (model WordRule); where `persian-text-guard` is installed (the extra `words`), its list of abuse
is looked through as well.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.comments.rules.finding_words import Automaton, Found, pattern_of, spelled
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold, Urgency

Row = tuple[int, str, str, str, int, int]
"""Key, words, match, code, urgency and version of a rule."""


class WordList(NamedTuple):
    """The rules in use, ready to be looked for."""

    rules: dict[int, Row]
    automaton: Automaton


def words(examined: Examined) -> list[Hit]:
    """Each rule's hits in order of place; what an exception covers is none. One query."""
    in_use = WordRule.objects.filter(is_active=True).order_by("pk")
    listed = _compiled(
        tuple(in_use.values_list("pk", "words", "match", "code", "urgency", "version"))
    )
    hits = []
    for field, text in examined.words():
        found = list(listed.automaton.find(spelled(text)))
        kept, exceptions = _parted(listed, found)
        for each in kept:
            _pk, _words, _match, code, urgency, version = listed.rules[each.key]
            hits.append(
                Hit(
                    Hold(code),
                    field,
                    each.start,
                    each.end,
                    urgency=Urgency(urgency),
                    word_rule_id=each.key,
                    rule_version=version,
                )
            )
        taken = [*exceptions, *kept]
        hits += [
            Hit(Hold.WORD, field, start, end, detail=kind)
            for start, end, kind in _guarded(text)
            if not any(each.start < end and start < each.end for each in taken)
        ]
    return hits


@lru_cache(maxsize=4)
def _compiled(rows: tuple[Row, ...]) -> WordList:
    """Kept for as long as the table holds just these rules: whatever is changed in it, by whatever
    process, holds for the next comment."""
    patterns = [
        pattern_of(
            row[1],
            row[0],
            inside=row[2] == WordRule.Match.ANYWHERE,
            strict=row[2] == WordRule.Match.EXCEPTION,
        )
        for row in rows
    ]
    return WordList({row[0]: row for row in rows}, Automaton(patterns))


def _parted(listed: WordList, found: list[Found]) -> tuple[list[Found], list[Found]]:
    """Hits that count, and exceptions; one rule's hits that overlap are one."""
    exceptions, kept = [], []
    last: dict[int, Found] = {}
    for each in found:
        if listed.rules[each.key][2] == WordRule.Match.EXCEPTION:
            exceptions.append(each)
    for each in sorted(found, key=lambda found: (found.start, found.end)):
        is_covered = any(one.start <= each.start and each.end <= one.end for one in exceptions)
        if is_covered or (each.key in last and each.start < last[each.key].end):
            continue
        last[each.key] = each
        kept.append(each)
    return kept, exceptions


def _guarded(text: str) -> Iterator[tuple[int, int, str]]:
    """Place and kind of what persian-text-guard's list has, where it is installed and not off."""
    guard = _guard() if conf.comments_text_guard() else None
    for match in guard.find_matches(text) if guard else ():
        yield match.index, match.index + match.length, str(match.word.category)[:40]


@lru_cache(maxsize=1)
def _guard() -> Any:
    """Its filter with its own list, made once: that takes some 30 ms."""
    if find_spec("persian_text_guard") is None:
        return None
    from persian_text_guard import ProfanityFilter, WordList  # noqa: PLC0415  (an extra)

    return ProfanityFilter(WordList.persian_default())
