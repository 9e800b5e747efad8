import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from tests.news.staff import group, member
from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.actions.starting_list import add_starting_list, still_to_add
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.comments.rules.starting_list import STARTING_LIST
from wagtail_prcouncil.comments.states import Hold, Urgency

EVERY = [words for kind in STARTING_LIST for words in kind.words]


@pytest.fixture
def keeper(db: None) -> User:
    return member(group("keepers", "add_wordrule"))


def test_doing_it_twice_is_doing_it_once(keeper: User) -> None:
    assert len(add_starting_list(EVERY, by=keeper).made) == len(EVERY)
    bribe = WordRule.objects.get(words="رشوه")
    assert (bribe.code, bribe.urgency) == (Hold.ACCUSATION, Urgency.URGENT)
    assert WordRule.objects.get(words="شرط‌بندی").urgency == Urgency.LATER
    assert still_to_add() == []
    again = add_starting_list(EVERY, by=keeper)
    assert (again.made, again.known) == ([], EVERY)
    logged = ModelLogEntry.objects.filter(user=keeper, action="wagtail.create")
    assert WordRule.objects.count() == logged.count() == len(EVERY)


def test_what_a_site_has_stays_as_it_is(keeper: User) -> None:
    WordRule.objects.create(words="شرط بندي", is_active=False, match=WordRule.Match.ANYWHERE)
    assert "شرط‌بندی" not in {words for kind in still_to_add() for words in kind.words}
    add_starting_list(["شرط‌بندی", "رشوه"], by=keeper)
    betting, bribe = WordRule.objects.order_by("pk")
    assert (betting.is_active, betting.match, betting.version) == (
        False,
        WordRule.Match.ANYWHERE,
        1,
    )
    assert bribe.words == "رشوه"


def test_only_the_list_and_only_by_those_who_may(keeper: User) -> None:
    with pytest.raises(RefusedError):
        add_starting_list(["ناشناس"], by=keeper)
    with pytest.raises(PermissionDenied):
        add_starting_list(EVERY, by=member(group("others", "change_wordrule")))
    assert not WordRule.objects.exists()
