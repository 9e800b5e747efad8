"""What the form of an assignment offers and refuses."""

import datetime as dt

from tests.making import SmallSite
from tests.meetings.making import held, resolution, staffed_council
from tests.meetings.owing import agencies_at
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.admin.assignment_forms import AssignmentForm
from wagtail_prcouncil.meetings.models import Assignment


def test_it_offers_the_meetings_own_resolutions_and_seats(site: SmallSite) -> None:
    made, other = held(staffed_council(site)), held(staffed_council(site))
    mine = resolution(made)
    resolution(other)
    form = AssignmentForm(meeting=made, instance=Assignment(meeting=made))
    assert list(form.fields["resolution"].queryset) == [mine]
    seats = set(made.council.seats.values_list("pk", flat=True))
    assert {seat.pk for seat in form.fields["seat"].queryset} == seats


def test_a_closed_agency_is_given_nothing_new(site: SmallSite) -> None:
    made = held(staffed_council(site))
    agency = agencies_at(made.council)[0]
    Agency.objects.filter(pk=agency.pk).update(
        closed_on=dt.date(2026, 1, 1), closing_reason="abolished"
    )
    said = {"version": "1", "task": "کار", "due_on": "1406/01/10", "visibility": "public"}
    blank = Assignment(meeting=made)
    form = AssignmentForm(said | {"agency": agency.pk}, meeting=made, instance=blank)
    assert list(form.errors) == ["agency"]
