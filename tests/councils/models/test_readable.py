import pytest
from wagtail.models import PageViewRestriction

from tests.councils.making import council, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, CouncilIndexPage, Seat
from wagtail_prcouncil.councils.models.readable import in_readable_councils

pytestmark = pytest.mark.django_db


def test_rows_of_councils_that_readers_may_see(site: SmallSite) -> None:
    page = council(site)
    sits(seat(page))
    readable = in_readable_councils
    assert Seat.objects.filter(readable("council")).count() == 1
    assert Appointment.objects.filter(readable("seat__council")).count() == 1
    PageViewRestriction.objects.create(
        page=CouncilIndexPage.objects.get(locale=site.fa), restriction_type="login"
    )
    assert not Seat.objects.filter(readable("council")).exists()


def test_rows_of_an_unpublished_council(site: SmallSite) -> None:
    page = council(site)
    seat(page)
    page.unpublish()
    assert not Seat.objects.filter(in_readable_councils("council")).exists()
