"""Lists that leave the admin."""

import datetime as dt

from django.db.models import Prefetch

from tests.councils.making import START, council, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.exports import APPOINTMENTS, SEATS, who_sits_there
from wagtail_prcouncil.councils.models import Appointment, Seat


def test_a_seat_with_its_agency_and_holder(site: SmallSite) -> None:
    whose = agency("شرکت نمونه", code="sample")
    place = seat(council(site, "شورای نمونه"), agency=whose, since=START)
    sits(place, person("نشسته"), dt.date(2024, 4, 1))
    sitting = Prefetch("appointments", Appointment.objects.current(), to_attr="sitting_now")
    rows = Seat.objects.prefetch_related(sitting)
    assert who_sits_there(rows[0]) == "نشسته"
    [line] = SEATS.lines(list(rows))
    told = dict(zip(SEATS.headings(), line, strict=True))
    assert list(told.values())[:2] == ["شورای نمونه", "شرکت نمونه"]
    assert {"sample", "2024-03-20", "1403/01/01", "نشسته"} <= set(line)


def test_an_appointment_in_both_calendars(site: SmallSite) -> None:
    sits(seat(council(site)), person("نشسته", name_en="Seated"), START, letter_number="۱۲")
    [line] = APPOINTMENTS.lines(Appointment.objects.all())
    assert {"نشسته", "Seated", "2024-03-20", "1403/01/01"} <= set(line)
