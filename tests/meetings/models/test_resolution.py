import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from tests.making import SmallSite
from tests.meetings.making import held, published, resolution, staffed_council
from wagtail_prcouncil.meetings.models import Resolution
from wagtail_prcouncil.meetings.states import Visibility

pytestmark = pytest.mark.django_db


def test_how_it_is_called(site: SmallSite) -> None:
    one = resolution(held(staffed_council(site)), text="متن", text_en="Text")
    with override("fa"):
        assert str(one) == "پیش‌نویس مصوبه"
        one.year, one.number = 1405, 12
        assert one.number_as_read() == "۱۲/۱۴۰۵"
        assert "۱۲/۱۴۰۵" in str(one)
    with override("en"):
        assert str(one) == "Resolution 12/1405"
    assert (one.text_in("fa"), one.text_in("en")) == ("متن", "Text")


def test_readers_see_what_is_public_once_the_minutes_are(site: SmallSite) -> None:
    made = held(staffed_council(site))
    shown, kept = resolution(made), resolution(made, visibility=Visibility.MEMBERS)
    assert not Resolution.objects.readable()
    published(made)
    assert list(Resolution.objects.readable()) == [shown]
    assert list(Resolution.objects.adopted().latest_first()) == [kept, shown]


def test_an_adopted_one_has_a_number(site: SmallSite) -> None:
    one = resolution(held(staffed_council(site)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.filter(pk=one.pk).update(state="adopted")
