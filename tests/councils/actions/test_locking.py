import pytest

from tests.councils.making import council, in_english, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.locking import locked_council, locked_seat
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.rules import ConflictError

pytestmark = pytest.mark.django_db


def test_what_is_locked_is_the_original_as_it_stands_now(site: SmallSite) -> None:
    page = council(site)
    english = in_english(page, site)
    CouncilPage.objects.filter(pk=page.pk).update(short_name="شهر")
    assert locked_council(english) == page
    assert locked_council(page).short_name == "شهر"


def test_a_seat_comes_with_its_locked_council(site: SmallSite) -> None:
    place = seat(council(site))
    Seat.objects.filter(pk=place.pk).update(label="ناظر")
    fresh = locked_seat(place)
    assert (fresh.label, fresh.council) == ("ناظر", place.council)


def test_what_is_gone_is_told(site: SmallSite) -> None:
    page = council(site)
    place = seat(page)
    Seat.objects.all().delete()
    with pytest.raises(ConflictError):
        locked_seat(place)
    page.delete()
    with pytest.raises(ConflictError):
        locked_council(page)
