import pytest
from django.test import Client

from tests.news.staff import group, logged_in, member
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.comments.rules.starting_list import STARTING_LIST

LIST = "/admin/prcouncil_word_rules/"
STARTING = f"{LIST}starting/"
EVERY = [words for kind in STARTING_LIST for words in kind.words]


@pytest.fixture
def keeper(db: None) -> Client:
    return logged_in(member(group("keepers", "add_wordrule", "change_wordrule")))


def test_it_is_offered_shown_and_added_and_offered_no_more(keeper: Client) -> None:
    WordRule.objects.create(words="رشوه", is_active=False)
    assert STARTING in keeper.get(LIST).content.decode()
    asked = keeper.get(STARTING).context["form"]
    offered = [words for field in asked for words in field.initial]
    assert offered == [words for words in EVERY if words != "رشوه"]
    keeper.post(STARTING, {"accusations": ["اختلاس"], "advertising": ["کازینو"]})
    assert set(WordRule.objects.values_list("words", flat=True)) == {"رشوه", "اختلاس", "کازینو"}
    # A form that was open meanwhile.
    keeper.post(STARTING, {kind.name: kind.words for kind in STARTING_LIST})
    assert WordRule.objects.count() == len(EVERY)
    assert not WordRule.objects.get(words="رشوه").is_active
    assert STARTING not in keeper.get(LIST).content.decode()
    assert keeper.get(STARTING).url == keeper.post(STARTING).url == LIST


@pytest.mark.parametrize("words", [[], ["ناشناس"]])
def test_what_is_not_of_the_list_is_refused_beside_the_field(
    keeper: Client, words: list[str]
) -> None:
    refused = keeper.post(STARTING, {"accusations": words})
    assert refused.context["form"].errors
    assert not WordRule.objects.exists()


def test_others_are_not_asked(db: None) -> None:
    reader = logged_in(member(group("readers", "change_wordrule")))
    assert STARTING not in reader.get(LIST).content.decode()
    assert reader.post(STARTING, {"accusations": ["رشوه"]}).status_code == 302
    assert not WordRule.objects.exists()
