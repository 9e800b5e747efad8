import pytest
from django.contrib.auth import get_user_model

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.printed.making import full
from wagtail_prcouncil.meetings.printed.kinds import Audience, Print, key_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.printing.actions import ask, make_waiting
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import find


def test_minutes_become_a_file(site: SmallSite) -> None:
    one = full(site)
    key = key_of(one.pk, Print.MINUTES, Audience.MEMBERS)
    ask(key, "fa")
    assert make_waiting() == {"made": 1}
    with PrintedFile.objects.get(key=key).file.open("rb") as file:
        assert file.read(4) == b"%PDF"


def test_who_may_have_one_made(site: SmallSite) -> None:
    one = full(site)
    found = find(key_of(one.pk, Print.AGENDA, Audience.MEMBERS))
    assert found is not None
    may = found.printable.may_ask
    keeper = member_of(group_for(one.council, rights=[Right.CHANGE]))
    looker = member_of(group_for(one.council, rights=[Right.VIEW]))
    nobody = get_user_model().objects.create_user("nobody")
    assert may(found.about, keeper)
    assert not may(found.about, looker)
    assert not may(found.about, nobody)


@pytest.mark.parametrize(
    "key",
    [
        "meeting:0:minutes:members",
        "meeting:x:minutes:members",
        "meeting:1:song:members",
        "meeting:",
    ],
)
def test_what_there_is_not(site: SmallSite, key: str) -> None:
    found = find(key)
    assert found is not None
    assert not found.printable.is_there(found.about)
    assert found.html("fa") is None
    assert not found.printable.may_ask(found.about, get_user_model()(is_superuser=True))
