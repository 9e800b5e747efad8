"""In which meeting minutes are approved."""

import datetime as dt

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import announced, circulated, fresh, held, resolution, staffed_council
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.admin.log_messages import MESSAGES
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.states import MinutesStatus, Presence
from wagtail_prcouncil.persian.jalali import to_jalali


def jalali(day: dt.date) -> str:
    return "{}/{}/{}".format(*to_jalali(day))


@pytest.fixture
def council(site: SmallSite) -> CouncilPage:
    return staffed_council(site)


@pytest.fixture
def sent(council: CouncilPage) -> Meeting:
    made = held(council, days=-30, title="نخستین")
    resolution(made, "یکم")
    return circulated(made)


def without_quorum(meeting: Meeting) -> Meeting:
    Attendance.objects.filter(meeting=meeting).update(presence=Presence.ABSENT)
    Meeting.objects.filter(pk=meeting.pk).update(quorum_present=0)
    return fresh(meeting)


def test_only_meetings_that_qualify_are_offered(
    sent: Meeting, council: CouncilPage, site: SmallSite
) -> None:
    good = held(council, days=-3, title="شایسته")
    empty = without_quorum(held(council, days=-5, title="بی‌نصاب"))
    coming = announced(council, days=5, title="آینده")
    before = held(council, days=-60, title="پیشین")
    other = held(staffed_council(site), days=-2, title="دیگر")
    page = chief().get(place("approve", sent))
    assert list(page.context["form"].fields["approved_in"].queryset) == [good]
    told = " ".join(f"{fact.value} {fact.more}" for fact in page.context["facts"])
    assert all(title in told for title in ("بی‌نصاب", "آینده"))
    assert "پیشین" not in told
    for wrong in (empty, coming, before, other, sent):
        said = as_now(sent, how="meeting", approved_in=str(wrong.pk))
        assert list(errors(chief_again(sent, said))) == ["approved_in"]
    assert fresh(sent).minutes_status == MinutesStatus.CIRCULATED


def chief_again(meeting: Meeting, said: dict[str, str]) -> object:
    return secretary(meeting.council).post(place("approve", meeting), said)


def test_in_a_later_meeting(sent: Meeting, council: CouncilPage) -> None:
    later = held(council, days=-3)
    said = as_now(sent, how="meeting", approved_in=str(later.pk))
    answer = chief().post(place("approve", sent), said, follow=True)
    done = fresh(sent)
    assert (done.minutes_status, done.approved_in) == (MinutesStatus.APPROVED, later)
    assert done.resolutions.get().number_as_read() in answer.content.decode()


def test_where_none_qualifies_only_the_written_way_is_left(sent: Meeting) -> None:
    form = chief().get(place("approve", sent)).context["form"]
    assert "approved_in" not in form.fields
    assert [key for key, _label in form.fields["how"].choices] == ["written"]
    answer = chief_again(sent, as_now(sent, how="meeting"))
    assert list(errors(answer)) == ["how"]


@pytest.mark.parametrize("day", ["", "x", "1403/01/01", "1479/01/01"])
def test_a_day_that_cannot_be(sent: Meeting, day: str) -> None:
    answer = chief_again(sent, as_now(sent, how="written", on=day))
    assert list(errors(answer)) == ["on"]


def test_with_an_open_objection(sent: Meeting) -> None:
    seat = sent.council.seats.first()
    assert seat
    minuting.object_to(sent, seat, text="نادرست")
    page = chief().get(place("minutes", sent))
    assert "approve" not in str([verb.url for verb in page.context["verbs_now"]])
    answer = chief_again(sent, as_now(sent, how="written", on="1404/01/01"))
    assert answer.status_code == 200
    assert fresh(sent).minutes_status == MinutesStatus.CIRCULATED


def test_two_who_approve_at_once(sent: Meeting, council: CouncilPage) -> None:
    later = held(council, days=-3)
    said = as_now(sent, how="meeting", approved_in=str(later.pk))
    assert chief().post(place("approve", sent), said).status_code == 302
    answer = chief_again(sent, said)
    assert answer.status_code == 409
    assert sent.resolutions.get().number == 1


def test_who_had_no_quorum_decided_nothing(council: CouncilPage) -> None:
    made = held(council)
    row = resolution(made, "یکم")
    sent = without_quorum(circulated(made))
    answer = chief_again(sent, as_now(sent, how="written", on="1404/01/01"))
    assert answer.status_code == 200
    row.refresh_from_db()
    assert row.number is None


def test_before_the_last_day_for_objections_it_is_asked_whether_all_have_answered(
    sent: Meeting,
) -> None:
    client, said = chief(), as_now(sent, how="written", on=jalali(today()))
    assert "all_answered" not in client.get(place("approve", sent)).context["form"].fields
    refused = client.post(place("approve", sent), said)
    assert list(errors(refused)) == ["all_answered"]
    assert day_as_read(sent.objections_until) in str(errors(refused)["all_answered"])
    assert 'type="checkbox" name="all_answered"' in refused.content.decode()
    assert fresh(sent).minutes_status == MinutesStatus.CIRCULATED
    answer = client.post(place("approve", sent), said | {"all_answered": "on"})
    assert answer.status_code == 302, errors(answer)
    assert fresh(sent).minutes_status == MinutesStatus.APPROVED
    told = str(MESSAGES["all_answered"][1])
    assert told in client.get(place("history", sent)).content.decode()


def test_after_it_nothing_is_asked(sent: Meeting) -> None:
    Meeting.objects.update(objections_until=today() - dt.timedelta(days=1))
    said = as_now(sent, how="written", on=jalali(today()))
    assert chief().post(place("approve", sent), said).status_code == 302
