import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from tests.councils.making import START, council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint, correct
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, OverlapError
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Capacity, Precision
from wagtail_prcouncil.directory.models import Agency, Person

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
LATER = dt.date(2025, 9, 1)


def test_a_successor_closes_the_stay_before(site: SmallSite) -> None:
    place = seat(council(site))
    before = sits(place)
    after = sits(place, since=LATER)
    before.refresh_from_db()
    assert (before.until, before.version) == (LATER - DAY, 2)
    assert list(Appointment.objects.on(LATER)) == [after]
    assert list(Appointment.objects.on(LATER - DAY)) == [before]


@pytest.mark.parametrize("capacity", [Capacity.FULL, Capacity.ACTING])
def test_an_acting_head_takes_the_seat_too(site: SmallSite, capacity: Capacity) -> None:
    place = seat(council(site))
    before = sits(place, capacity=capacity)
    sits(place, since=LATER, capacity=Capacity.ACTING)
    before.refresh_from_db()
    assert before.until == LATER - DAY


def test_a_substitute_stands_beside_the_holder(site: SmallSite) -> None:
    place = seat(council(site))
    holder = sits(place)
    sits(place, since=LATER, capacity=Capacity.SUBSTITUTE)
    holder.refresh_from_db()
    assert holder.until is None


def test_two_do_not_hold_a_seat_at_once(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place, until=LATER)
    with pytest.raises(OverlapError) as refused:
        sits(place, since=LATER - DAY, until=LATER + DAY)
    assert refused.value.field == "since"
    assert place.appointments.count() == 1


def test_a_year_alone_contradicts_nobody_within_it(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place, until=dt.date(2025, 6, 1))
    letter = Letter(person(), Span.of(dt.date(2025, 6, 1), None, Precision.YEAR))
    appoint(place, letter)
    assert Appointment.objects.on(dt.date(2025, 5, 1)).count() == 2
    assert Appointment.objects.on(dt.date(2026, 6, 1)).count() == 1


def test_of_a_change_known_to_the_year_both_ends_are(site: SmallSite) -> None:
    place = seat(council(site))
    before = sits(place)
    appoint(place, Letter(person(), Span.of(dt.date(2025, 6, 1), None, Precision.YEAR)))
    before.refresh_from_db()
    assert before.until == dt.date(2026, 3, 20)
    assert before.surely_until == dt.date(2025, 3, 21)


def test_one_person_one_vote_in_a_council(site: SmallSite) -> None:
    page, who = council(site), person()
    sits(seat(page), who)
    with pytest.raises(OverlapError) as refused:
        sits(seat(page), who)
    assert refused.value.field == "person"
    sits(seat(page, agency=None, is_voting=False), who)
    sits(seat(council(site)), who)


def test_a_closed_agency_sends_nobody(site: SmallSite) -> None:
    place = seat(council(site))
    place.agency.__class__.objects.filter(pk=place.agency_id).update(
        closed_on=START, closing_reason="abolished"
    )
    with pytest.raises(CouncilError) as refused:
        sits(place, since=LATER)
    assert refused.value.field == "since"


def test_time_runs_forward(site: SmallSite) -> None:
    with pytest.raises(CouncilError) as refused:
        sits(seat(council(site)), since=LATER, until=START)
    assert refused.value.field == "until"


def test_a_correction_asks_for_what_was_read(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    letter = Letter(row.person, Span(START, LATER))
    assert correct(row, letter, version=1).until == LATER
    with pytest.raises(ConflictError):
        correct(row, letter, version=1)


@pytest.mark.needs("postgres")
def test_the_database_has_the_last_word(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(seat=place, person=person(), since=LATER)
    assert connection.vendor == "postgresql"


def test_a_substitute_stands_in_once(site: SmallSite) -> None:
    place, who = seat(council(site)), person()
    sits(place, who, capacity=Capacity.SUBSTITUTE)
    with pytest.raises(OverlapError, match=str(who)) as refused:
        sits(place, who, capacity=Capacity.SUBSTITUTE)
    assert refused.value.field == "person"
    sits(place, capacity=Capacity.SUBSTITUTE)  # another may
    assert place.appointments.count() == 2


def test_nobody_sits_for_an_agency_before_it_was_founded(site: SmallSite) -> None:
    place = seat(council(site))
    Agency.objects.filter(pk=place.agency_id).update(founded_on=LATER)
    place = Seat.objects.get(pk=place.pk)
    with pytest.raises(CouncilError) as refused:
        sits(place, until=LATER - DAY)
    assert refused.value.field == "since"
    assert sits(place, since=LATER).since == LATER


def test_a_founding_that_is_written_later_keeps_nobody_in_his_seat(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    Agency.objects.filter(pk=row.seat.agency_id).update(founded_on=LATER)
    row = Appointment.objects.get(pk=row.pk)
    ended = correct(row, Letter(row.person, Span(START, LATER)), version=row.version)
    assert ended.until == LATER


def test_nobody_is_appointed_years_ahead(site: SmallSite) -> None:
    place = seat(council(site))
    with pytest.raises(CouncilError) as refused:
        sits(place, since=today() + 400 * DAY)
    assert refused.value.field == "since"
    assert sits(place, since=today() + 300 * DAY).version == 1


def test_who_was_deleted_from_the_directory_meanwhile_is_told(site: SmallSite) -> None:
    place, who = seat(council(site)), person()
    Person.objects.filter(pk=who.pk).delete()
    with pytest.raises(CouncilError) as refused:
        sits(place, who)
    assert refused.value.field == "person"
