"""Rules of the site's own list: what they mark, what exceptions take back, when changes hold."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.comments.rules.making import examined
from wagtail_prcouncil.comments.models import RuleHit, WordRule
from wagtail_prcouncil.comments.rules.words import words
from wagtail_prcouncil.comments.states import Hold, Urgency

pytestmark = pytest.mark.django_db

WORD, ANYWHERE, EXCEPTION = WordRule.Match


def rule(listed: str, match: WordRule.Match = WORD, **fields: Any) -> WordRule:
    return WordRule.objects.create(words=listed, match=match, **fields)


def marked(text: str) -> list[str]:
    return [examined(text).entry.text[hit.start : hit.end] for hit in words(examined(text))]


def test_a_hit_says_which_rule_and_wording() -> None:
    made = rule("رشوه", code=Hold.ACCUSATION, urgency=Urgency.URGENT, version=3)
    (hit,) = words(examined("آن مدیر رشوه‌ای گرفت"))
    assert hit.code == Hold.ACCUSATION
    assert (hit.urgency, hit.word_rule_id, hit.rule_version) == (Urgency.URGENT, made.pk, 3)
    assert (hit.field, hit.start, hit.end) == (RuleHit.Field.TEXT, 8, 12)


def test_names_are_read_too() -> None:
    rule("دزد")
    (hit,) = words(examined("سلام", name="د.ز.د"))
    assert (hit.field, hit.start, hit.end) == (RuleHit.Field.NAME, 0, 5)


def test_ways_to_match() -> None:
    rule("دزد")
    rule("خائن", ANYWHERE)
    assert marked("دزدگیر؛ دزدها؛ ناخائنان") == ["دزدها", "خائن"]


def test_an_exception_takes_back_what_lies_in_it() -> None:
    rule("دزد", ANYWHERE)
    rule("دزد گیر", EXCEPTION)
    rule("دزدگیر", EXCEPTION)
    assert marked("دزدگیر و دزد گیر و دزد") == ["دزد"]


def test_a_rule_out_of_use_finds_nothing() -> None:
    rule("دزد", is_active=False)
    assert marked("دزد") == []


def test_each_change_of_the_list_holds_for_the_next_comment() -> None:
    """Also where number, newest key and versions stay what they were."""
    made = rule("دزد")
    assert marked("دزد خائن") == ["دزد"]
    WordRule.objects.filter(pk=made.pk).update(words="خائن")
    assert marked("دزد خائن") == ["خائن"]
    WordRule.objects.all().delete()
    assert marked("دزد خائن") == []


def test_the_list_is_one_query() -> None:
    rule("دزد")
    for _again in range(2):
        with CaptureQueriesContext(connection) as queries:
            words(examined("دزد"))
        assert len(queries) == 1


def test_abuse_of_another_list_and_how_it_is_taken_back(settings: Any) -> None:
    (hit,) = words(examined("بی‌ناموس‌ها رفتند"))
    assert (hit.code, hit.start, hit.end, hit.detail) == (Hold.WORD, 0, 11, "insult")
    assert marked("کیر استارمر آمد") == ["کیر"]
    rule("کیر استارمر", EXCEPTION)
    rule("بی ناموس", code=Hold.ACCUSATION)
    assert marked("کیر استارمر آمد") == []
    assert [hit.code for hit in words(examined("بی‌ناموس‌ها رفتند"))] == [Hold.ACCUSATION]
    settings.WAGTAIL_PRCOUNCIL = {"COMMENTS_TEXT_GUARD": False}
    WordRule.objects.all().delete()
    assert marked("بی‌ناموس") == marked("کیر استارمر") == []


def test_a_disguise_that_only_the_other_matcher_sees_is_a_hit_of_the_rule() -> None:
    made = rule("kalahbardar", code=Hold.ACCUSATION, urgency=Urgency.URGENT, version=2)
    (hit,) = words(examined("او k@l4hbardar است"))
    assert (hit.code, hit.start, hit.end, hit.detail) == (Hold.ACCUSATION, 3, 14, "")
    assert (hit.urgency, hit.word_rule_id, hit.rule_version) == (Urgency.URGENT, made.pk, 2)
