import pytest
from django.core.exceptions import PermissionDenied

from tests.news.staff import group, member
from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.actions.ruling import add_rules, save_rule
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.comments.states import Hold, Urgency

pytestmark = pytest.mark.django_db
KIND = {"match": WordRule.Match.WORD, "code": Hold.WORD.value, "urgency": Urgency.LATER}


@pytest.fixture
def keeper() -> object:
    return member(group("keepers", "add_wordrule", "change_wordrule"))


def test_a_changed_rule_is_a_new_version(keeper: object) -> None:
    rule = save_rule(WordRule(words="رشوه"), by=keeper)
    assert rule.version == 1
    rule.match = WordRule.Match.ANYWHERE
    assert save_rule(rule, by=keeper).version == 2
    stale = WordRule(pk=rule.pk, words="رشوه", version=1)
    assert save_rule(stale, by=keeper).version == 3, "whatever version who edits has read"


@pytest.mark.parametrize("words", ["كلاه‌برداری", "کلاهبرداري", "کلاه‌بـرداری"])
def test_one_word_in_two_spellings_is_one_rule(keeper: object, words: str) -> None:
    save_rule(WordRule(words="کلاه‌برداری"), by=keeper)
    with pytest.raises(RefusedError, match="کلاه") as refused:
        save_rule(WordRule(words=words), by=keeper)
    assert refused.value.field == "words"


def test_a_list_adds_what_is_new(keeper: object) -> None:
    save_rule(WordRule(words="رشوه"), by=keeper)
    added = add_rules(["  اختلاس ", "", "رشـوه", "دزدي", "دزدی"], by=keeper, **KIND)
    assert [rule.words for rule in added.made] == ["اختلاس", "دزدی"]
    assert added.known == ["رشـوه", "دزدی"], "as they were written"
    assert {rule.urgency for rule in added.made} == {Urgency.LATER}


@pytest.mark.parametrize("line", ["!؟", "ا" * 101])
def test_a_list_with_what_cannot_be_a_rule_adds_nothing(keeper: object, line: str) -> None:
    with pytest.raises(RefusedError):
        add_rules(["اختلاس", line], by=keeper, **KIND)
    assert not WordRule.objects.exists()


def test_others_make_no_rules() -> None:
    reader = member(group("readers"))
    with pytest.raises(PermissionDenied):
        save_rule(WordRule(words="رشوه"), by=reader)
    with pytest.raises(PermissionDenied):
        add_rules(["رشوه"], by=reader, **KIND)
