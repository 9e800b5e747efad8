from typing import Any

import pytest
from django.utils import translation

from tests.councils.making import seat, sits
from tests.councils.public.making import Peopled
from tests.directory.making import agency
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.public.titles import agency_beside, capacity_beside, seat_beside
from wagtail_prcouncil.councils.states import Capacity, Role
from wagtail_prcouncil.directory.models import Agency

pytestmark = pytest.mark.django_db


def stay(made: Peopled, role: str, title: str, title_en: str = "", **said: Any) -> Appointment:
    crisis = Agency.objects.filter(name_en="Emergency Organisation").first()
    crisis = crisis or agency("سازمان مدیریت بحران", name_en="Emergency Organisation")
    return sits(seat(made.page, role, agency=crisis), title=title, title_en=title_en, **said)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("نایب‌رئیس شورا و رئیس مرکز", ""),
        ("نایب رییس شورا", ""),
        ("نایب‌رئیس مرکز روابط عمومی", "نایب‌رئیس"),
        ("", ""),
    ],
)
def test_an_office_that_the_title_says(made: Peopled, title: str, left: str) -> None:
    assert seat_beside(stay(made, Role.VICE_CHAIR, title), "fa") == left


def test_the_same_in_english(made: Peopled) -> None:
    said = stay(made, Role.VICE_CHAIR, "رئیس", "Vice-chair of the council, head of a centre")
    with translation.override("en"):
        assert seat_beside(said, "en") == ""
        assert seat_beside(stay(made, Role.VICE_CHAIR, "رئیس", "Head"), "en") == "vice-chair"


def test_an_agency_that_the_title_says(made: Peopled) -> None:
    said = stay(made, Role.MEMBER, "سخنگوی سازمان مدیریت بحران", "Spokesperson")
    assert (seat_beside(said, "fa"), agency_beside(said, "fa")) == ("", "")
    assert agency_beside(said, "en") == seat_beside(said, "en") == "Emergency Organisation"
    untitled = stay(made, Role.MEMBER, "")
    assert agency_beside(untitled, "fa") == "سازمان مدیریت بحران"


def test_a_capacity_that_the_title_says(made: Peopled) -> None:
    said = stay(made, Role.MEMBER, "سرپرست روابط عمومی", "Head", capacity=Capacity.ACTING)
    with translation.override("fa"):
        assert capacity_beside(said, "fa") == ""
    with translation.override("en"):
        assert capacity_beside(said, "en") == "acting"
    assert capacity_beside(stay(made, Role.MEMBER, ""), "fa") == ""
