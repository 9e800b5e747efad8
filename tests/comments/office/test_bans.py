import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from tests.news.staff import group, logged_in, member
from wagtail_prcouncil.comments.models import Ban

LIST = "/admin/prcouncil_bans/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def ban(db: None) -> Ban:
    until = timezone.now() + DAY
    return Ban.objects.create(kind="address", value="c0ffee" + "0" * 58, until=until, why="هرزنامه")


@pytest.fixture
def keeper(db: None) -> Client:
    return logged_in(member(group("keepers", "change_ban")))


def test_a_ban_ends_after_it_was_asked_for(keeper: Client, ban: Ban) -> None:
    assert "c0ffee00" in keeper.get(f"{LIST}?when=in_force").content.decode()
    assert "c0ffee00" not in keeper.get(f"{LIST}?when=over").content.decode()
    place = f"{LIST}end/{ban.pk}/"
    assert "هرزنامه" in keeper.get(place).content.decode()
    assert Ban.objects.in_force().exists(), "looking ends nothing"
    for _once_more in range(2):
        assert keeper.post(place).status_code == 302
    assert not Ban.objects.in_force().exists()
    assert "c0ffee00" in keeper.get(f"{LIST}?when=over").content.decode()


def test_bans_are_neither_made_nor_changed_here(keeper: Client, ban: Ban) -> None:
    for place in ("new/", f"edit/{ban.pk}/", f"delete/{ban.pk}/", "end/9999999999999999999999/"):
        assert keeper.get(f"{LIST}{place}").status_code == 404


def test_others_see_no_bans(ban: Ban) -> None:
    reader = logged_in(member(group("readers", "moderate_readercomment")))
    for place in (LIST, f"{LIST}end/{ban.pk}/"):
        assert reader.get(place).status_code == 302
    reader.post(f"{LIST}end/{ban.pk}/")
    assert Ban.objects.in_force().exists()
