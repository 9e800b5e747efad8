import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from tests.councils.making import START, council, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Capacity, Precision, Role

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_current_is_from_the_first_to_the_last_day(site: SmallSite) -> None:
    """A last day that lies ahead hides nobody."""
    page, now = council(site), today()
    there = [
        sits(seat(page), since=now),
        sits(seat(page), since=START, until=now),
        sits(seat(page), since=START, until=now + 99 * DAY),
        sits(seat(page), since=START),
    ]
    gone = sits(seat(page), since=START, until=now - DAY)
    ahead = sits(seat(page), since=now + DAY)
    assert set(Appointment.objects.current()) == set(there)
    assert list(Appointment.objects.former()) == [gone]
    assert [row.is_current for row in (*there, gone, ahead)] == [True] * 4 + [False] * 2


def test_substitutes_hold_no_seat(site: SmallSite) -> None:
    place = seat(council(site))
    holder = sits(place)
    sits(place, capacity=Capacity.SUBSTITUTE)
    assert list(Appointment.objects.holding()) == [holder]


def test_what_is_sure_follows_the_days(site: SmallSite) -> None:
    row = Appointment.objects.create(
        seat=seat(council(site)),
        person=person(),
        since=START,
        since_precision=Precision.YEAR,
    )
    assert (row.surely_since, row.surely_until) == (dt.date(2025, 3, 20), None)


def test_the_database_refuses_time_that_runs_backwards(site: SmallSite) -> None:
    place = seat(council(site))
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(seat=place, person=person(), since=START, until=START - DAY)


def test_for_whom_one_sits_and_what_one_is_called(site: SmallSite) -> None:
    bank = agency("بانک نمونه", name_en="Example Bank")
    office = seat(
        council(site),
        Role.SECRETARY,
        agency=None,
        is_voting=False,
        label_en="Secretary",
        label="دبیر",
    )
    elected = sits(office, agency=bank)
    assert elected.on_behalf_of == bank
    assert elected.title_in("fa") == "دبیر، بانک نمونه"
    assert elected.title_in("en") == "Secretary, Example Bank"
    member = sits(seat(council(site), agency=bank))
    assert (member.on_behalf_of, member.title_in("fa")) == (bank, "عضو، بانک نمونه")
    titled = sits(seat(council(site)), title="مدیر روابط عمومی", title_en="PR manager")
    assert (titled.title_in("fa"), titled.title_in("en")) == ("مدیر روابط عمومی", "PR manager")
