import pytest

from tests.councils.making import person, seat, sits
from tests.making import SmallSite
from tests.meetings.making import announced, approved, fresh, held, meeting, staffed_council
from wagtail_prcouncil.meetings.actions import attending
from wagtail_prcouncil.meetings.actions.attending import Guest, Mark
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.states import Presence


def test_whoever_sits_there_that_day_is_filled_in_once(site: SmallSite) -> None:
    page = staffed_council(site, seats=2)
    vacant = seat(page)
    one = announced(page, days=-1)
    one = attending.prefill(one, version=one.version)
    found = {line.seat_id: line.presence for line in one.attendances.all()}
    assert len(found) == 3
    assert found.pop(vacant.pk) == Presence.ABSENT
    assert set(found.values()) == {Presence.PRESENT}
    excused = one.attendances.exclude(seat=vacant).first()
    assert excused is not None
    marks = {excused.pk: Mark(Presence.EXCUSED)}
    one = attending.record(one, marks, version=one.version)
    sits(seat(page))
    one = attending.prefill(one, version=one.version)
    assert one.attendances.count() == 4
    excused.refresh_from_db()
    assert excused.presence == Presence.EXCUSED


def test_without_a_day_nobody_knows_who_sits_there(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    Meeting.objects.filter(pk=one.pk).update(starts_at=None, ends_at=None)
    with pytest.raises(MeetingError) as refusal:
        attending.prefill(one, version=fresh(one).version)
    assert refusal.value.field == "starts_at"


@pytest.mark.parametrize(
    ("presence", "place"),
    [
        ("", "presence"),
        (Presence.GUEST, "presence"),
        ("elsewhere", "presence"),
        (Presence.REPRESENTED, "represented_by"),
    ],
)
def test_marks_that_cannot_be(site: SmallSite, presence: str, place: str) -> None:
    one = announced(staffed_council(site), days=-1)
    one = attending.prefill(one, version=one.version)
    line = one.attendances.first()
    assert line is not None
    with pytest.raises(MeetingError) as refusal:
        attending.record(one, {line.pk: Mark(presence)}, version=one.version)
    assert refusal.value.field == f"{place}-{line.pk}"


def test_nobody_is_present_on_a_vacant_seat(site: SmallSite) -> None:
    page = staffed_council(site, seats=0)
    seat(page)
    one = announced(page, days=-1)
    one = attending.prefill(one, version=one.version)
    (line,) = one.attendances.all()
    with pytest.raises(MeetingError):
        attending.record(one, {line.pk: Mark(Presence.PRESENT)}, version=one.version)


def test_a_line_of_another_meeting_is_left_alone(site: SmallSite) -> None:
    other = held(staffed_council(site))
    line = other.attendances.first()
    assert line is not None
    one = held(staffed_council(site))
    attending.record(one, {line.pk: Mark(Presence.ABSENT)}, version=one.version)
    line.refresh_from_db()
    assert line.presence == Presence.PRESENT


def test_a_guest_has_a_name_and_stays_once_it_was_held(site: SmallSite) -> None:
    one = announced(staffed_council(site), days=-1)
    with pytest.raises(MeetingError) as refusal:
        attending.add_guest(one, Guest(name=" "), version=one.version)
    assert refusal.value.field == "name"
    slip = attending.add_guest(one, Guest(name="مهمان"), version=one.version)
    attending.remove_guest(slip, version=fresh(one).version)
    assert not one.attendances.guests().exists()
    past = held(staffed_council(site))
    came = attending.add_guest(past, Guest(person=person()), version=past.version)
    with pytest.raises(MeetingError):
        attending.remove_guest(came, version=fresh(past).version)
    assert past.attendances.guests().get() == came


def test_who_came_is_settled_with_the_minutes(site: SmallSite) -> None:
    one = approved(held(staffed_council(site)))
    for work in (
        lambda: attending.prefill(one, version=one.version),
        lambda: attending.record(one, {}, version=one.version),
        lambda: attending.add_guest(one, Guest(name="مهمان"), version=one.version),
    ):
        with pytest.raises(MeetingError):
            work()
