import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.news.staff import group, logged_in, member
from wagtail_prcouncil.comments.models import WordRule

LIST = "/admin/prcouncil_word_rules/"


@pytest.fixture
def keeper(db: None) -> Client:
    verbs = ("add", "change", "delete")
    return logged_in(member(group("keepers", *(f"{verb}_wordrule" for verb in verbs))))


def _sent(words: str, **other: object) -> dict[str, object]:
    return {
        "words": words,
        "match": "word",
        "code": "word",
        "urgency": 1,
        "is_active": "on",
    } | other


def test_a_word_is_added_and_changed(keeper: Client) -> None:
    assert keeper.post(f"{LIST}new/", _sent("رشوه")).status_code == 302
    rule = WordRule.objects.get()
    sent = _sent("رشوه", urgency=0)
    assert keeper.post(f"{LIST}edit/{rule.pk}/", sent).status_code == 302
    rule.refresh_from_db()
    assert (rule.version, rule.urgency) == (2, 0)
    keeper.post(f"{LIST}edit/{rule.pk}/", sent)
    rule.refresh_from_db()
    assert rule.version == 2, "nothing was changed"


def test_the_same_word_in_another_spelling_is_refused_beside_the_field(keeper: Client) -> None:
    WordRule.objects.create(words="کلاه‌برداری")
    shown = keeper.post(f"{LIST}new/", _sent("كلاهبرداري"))
    assert "“کلاه‌برداری”" in shown.content.decode()
    assert shown.context["form"].errors["words"]
    assert WordRule.objects.count() == 1


def test_a_list_of_words(keeper: Client) -> None:
    WordRule.objects.create(words="رشوه")
    lines = "اختلاس\r\nرشوه\r\n\r\nدزدی"
    shown = keeper.post(f"{LIST}many/", _sent(lines), follow=True).content.decode()
    assert WordRule.objects.count() == 3
    assert "«رشوه»" in shown
    refused = keeper.post(f"{LIST}many/", _sent("سالم\r\n...."))
    assert refused.context["form"].errors["words"]
    assert WordRule.objects.count() == 3


@pytest.mark.parametrize(("asked", "found"), [("q=كلاهبرداري", True), ("q=آب", False)])
def test_the_search_finds_any_spelling(keeper: Client, asked: str, found: bool) -> None:
    WordRule.objects.create(words="کلاهبرداری")
    assert ("کلاهبرداری" in keeper.get(f"{LIST}?{asked}").content.decode()) is found


def test_others_neither_see_nor_make_rules(db: None) -> None:
    WordRule.objects.create(words="رشوه")
    reader = logged_in(member(group("readers", "moderate_readercomment")))
    for place in (LIST, f"{LIST}new/", f"{LIST}many/"):
        assert reader.get(place).status_code == 302
        assert reader.post(place, _sent("اختلاس")).status_code in (302, 405)
    assert WordRule.objects.count() == 1
    assert not User.objects.get().has_perm("prcouncil_comments.view_wordrule")
