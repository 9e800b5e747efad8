"""Words that moderators want to see marked, and accusations, which are looked at first.

No list tells libel from a report: a hit shows a place and decides nothing. The list is the site's
own (model WordRule); where `persian-text-guard` is installed, it looks as well (`guarding`).
"""

from functools import lru_cache
from typing import NamedTuple

from wagtail_prcouncil.comments.models import RuleHit, WordRule
from wagtail_prcouncil.comments.rules.finding_words import Automaton, Found, pattern_of, spelled
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.rules.guarding import Guarded, Listed, guarded
from wagtail_prcouncil.comments.states import Hold, Urgency

Row = tuple[int, str, str, str, int, int]
"""Key, words, match, code, urgency and version of a rule."""


class WordList(NamedTuple):
    """The rules in use, ready to be looked for."""

    rules: dict[int, Row]
    automaton: Automaton
    listed: tuple[Listed, ...]

    def hit(self, field: RuleHit.Field, start: int, end: int, key: int) -> Hit:
        """Of one rule, as it is worded now."""
        _pk, _words, _match, code, urgency, version = self.rules[key]
        return Hit(
            Hold(code),
            field,
            start,
            end,
            urgency=Urgency(urgency),
            word_rule_id=key,
            rule_version=version,
        )


def words(examined: Examined) -> list[Hit]:
    """Each rule's hits in order of place; what an exception covers is none. One query."""
    in_use = WordRule.objects.filter(is_active=True).order_by("pk")
    every = _compiled(
        tuple(in_use.values_list("pk", "words", "match", "code", "urgency", "version"))
    )
    hits = []
    for field, text in examined.words():
        kept, exceptions = _parted(every, list(every.automaton.find(spelled(text))))
        hits += [every.hit(field, each.start, each.end, each.key) for each in kept]
        for more in guarded(text, every.listed):
            if _is_news(more, kept, exceptions):
                hits.append(
                    Hit(Hold.WORD, field, more.start, more.end, detail=more.kind)
                    if more.key is None
                    else every.hit(field, more.start, more.end, more.key)
                )
    return hits


def _is_news(more: Guarded, kept: list[Found], exceptions: list[Found]) -> bool:
    """Whether it lies in no exception, and nowhere that a rule has found something."""
    is_covered = any(one.start <= more.start and more.end <= one.end for one in exceptions)
    return not is_covered and not any(one.start < more.end and more.start < one.end for one in kept)


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
    listed = tuple(
        Listed(row[0], row[1], row[2] == WordRule.Match.ANYWHERE)
        for row in rows
        if row[2] != WordRule.Match.EXCEPTION
    )
    return WordList({row[0]: row for row in rows}, Automaton(patterns), listed)


def _parted(every: WordList, found: list[Found]) -> tuple[list[Found], list[Found]]:
    """Hits that count, and exceptions; one rule's hits that overlap are one."""
    exceptions, kept = [], []
    last: dict[int, Found] = {}
    for each in found:
        if every.rules[each.key][2] == WordRule.Match.EXCEPTION:
            exceptions.append(each)
    for each in sorted(found, key=lambda found: (found.start, found.end)):
        is_covered = any(one.start <= each.start and each.end <= one.end for one in exceptions)
        if is_covered or (each.key in last and each.start < last[each.key].end):
            continue
        last[each.key] = each
        kept.append(each)
    return kept, exceptions
