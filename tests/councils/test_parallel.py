"""Two at the same moment: one appointment."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.councils.actions.test_electing import HELD, held
from tests.councils.making import START, council, person, seat
from tests.making import small_site
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.actions.electing import confirm
from wagtail_prcouncil.councils.actions.seating import save_seat
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Agency, Person

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each came to: its result, or the error that it was refused with."""
    start = Barrier(len(works))

    def call(work: Callable[[], object]) -> object:
        try:
            start.wait()
            return work()
        except CouncilError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(call, works))


def test_two_confirmations_make_one_appointment() -> None:
    row = held(small_site(), 3, 5)
    results = at_once(*[lambda: confirm(row, since=HELD, version=row.version)] * 2)
    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert sum(isinstance(result, ConflictError) for result in results) == 1
    assert Appointment.objects.count() == 1


def test_of_eight_letters_for_the_same_time_one_is_kept() -> None:
    place = seat(council(small_site()))
    span = Span(START, START + dt.timedelta(days=30))
    people = [person() for _ in range(8)]
    results = at_once(*[lambda p=who: appoint(place, Letter(p, span)) for who in people])
    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert Appointment.objects.count() == 1


def test_one_person_gets_one_vote_from_two_secretaries() -> None:
    page = council(small_site())
    who: Person = person()
    places = [seat(page), seat(page)]
    results = at_once(*[lambda s=s: appoint(s, Letter(who, Span(START))) for s in places])
    assert sum(isinstance(result, Appointment) for result in results) == 1


def test_a_council_gets_one_chair() -> None:
    page = council(small_site())
    agencies = list(Agency.objects.all()) or [seat(page).agency]
    at_once(
        *[
            lambda: save_seat(Seat(council=page, agency=agencies[0], role=Role.CHAIR))
            for _ in range(4)
        ]
    )
    assert page.seats.filter(role=Role.CHAIR).count() == 1
