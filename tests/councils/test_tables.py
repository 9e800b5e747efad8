import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import person, seat, sits
from tests.councils.public.making import Peopled, peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.tables import MEMBERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


def test_days_in_both_calendars_and_how_well_they_are_known(made: Peopled) -> None:
    with translation.override("en"):
        rows = Appointment.objects.filter(person=made.first)
        (line,) = MEMBERS.lines(rows)
        told = dict(zip(MEMBERS.headings(), line, strict=True))
    assert told["From (Gregorian)"] == "2017-03-21"
    assert told["From (Jalali)"] == "1396/01/01"
    assert told["Its first day is known"] == "to the year"
    assert told["Until (Jalali)"] == "1403/06/31"
    assert told["Agency"] == "PR Centre"


def test_no_letters_leave_the_office(made: Peopled) -> None:
    Appointment.objects.update(letter_number="محرمانه ۱۲")
    lines = MEMBERS.lines(Appointment.objects.all())
    assert not any("محرمانه" in str(cell) for line in lines for cell in line)


def test_queries_do_not_grow(
    made: Peopled, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(5):
        sits(seat(made.page), person())
    with django_assert_num_queries(1):
        assert len(list(MEMBERS.lines(Appointment.objects.all()))) == 10
