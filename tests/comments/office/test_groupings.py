import datetime as dt

import pytest
from django.contrib.auth.models import User

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, undo
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit, WordRule
from wagtail_prcouncil.comments.office import groupings
from wagtail_prcouncil.comments.office.spans import Days, today
from wagtail_prcouncil.comments.scopes import Scope, scope_of
from wagtail_prcouncil.comments.states import Hold, Reason, Right, Verb

ALL = Scope(everything=True)
NOW = Days(today(), today())
WHY = Because(Reason.INSULT)


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


@pytest.fixture
def decided(site: SmallSite, boss: User) -> list[ReaderComment]:
    """Approved; rejected and reopened; approved and taken back; spam; rejected by another."""
    page, other = open_page(site), moderator(site.index)
    made = [posted(page) for _ in range(5)]
    decide(made[0].pk, Verb.APPROVE, expected_version=1, by=boss)
    decide(made[1].pk, Verb.REJECT, expected_version=1, by=boss, because=WHY)
    decide(made[1].pk, Verb.REOPEN, expected_version=2, by=other, because=WHY)
    undo(decide(made[2].pk, Verb.APPROVE, expected_version=1, by=boss), by=boss)
    decide(made[3].pk, Verb.MARK_SPAM, expected_version=1, by=boss)
    decide(made[4].pk, Verb.REJECT, expected_version=1, by=other, because=WHY)
    return made


def test_who_decided_and_what_did_not_last(
    decided: list[ReaderComment], boss: User, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(4):
        first, second = groupings.by_moderator(NOW, ALL)
    counted = {key: first.numbers[key] for key in ("decided", "approved", "spam", "overturned")}
    assert counted == {"decided": 4, "approved": 2, "spam": 1, "overturned": 2}
    assert first.median is not None
    assert (second.numbers["decided"], second.numbers["overturned"]) == (1, 0)


def test_why(decided: list[ReaderComment]) -> None:
    (line,) = groupings.by_reason(NOW, ALL)
    assert line.name == Reason.INSULT.label
    assert (line.numbers["rejected"], line.numbers["taken_down"]) == (2, 0)


def test_which_rule_marks_too_much(decided: list[ReaderComment]) -> None:
    word = WordRule.objects.create(words="آب")
    for comment in (decided[0], decided[3], decided[4]):
        RuleHit.objects.create(comment=comment, code=Hold.WORD, word_rule=word)
        RuleHit.objects.create(comment=comment, code=Hold.WORD, word_rule=word, start=9, end=11)
    RuleHit.objects.create(comment=decided[0], code=Hold.LINK)
    fates = [
        {key: line.numbers[key] for key in ("held", "approved", "refused")}
        for line in groupings.by_rule(NOW, ALL)
    ]
    assert fates == [
        {"held": 3, "approved": 1, "refused": 2},
        {"held": 1, "approved": 1, "refused": 0},
    ]
    (line,) = groupings.by_word(NOW, ALL)
    assert (line.name, line.numbers["held"]) == ("آب", 3), "a comment counts once"


def test_other_sections_and_other_days_do_not_count(
    decided: list[ReaderComment], site: SmallSite
) -> None:
    """T15: reports add up what lies within a scope."""
    elsewhere = scope_of(moderator(site.index_en), Right.MODERATE)
    yesterday = Days(today() - dt.timedelta(days=1), today() - dt.timedelta(days=1))
    for grouping in groupings.GROUPINGS:
        assert grouping.lines(NOW, elsewhere) == []
        assert grouping.lines(yesterday, ALL) == []
