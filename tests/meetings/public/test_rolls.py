from tests.making import SmallSite
from tests.meetings.making import announced, fresh, staffed_council
from tests.meetings.public.making import session, told_meeting
from wagtail_prcouncil.meetings.actions import attending, convening
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Kind


def test_by_seat_with_guests_apart(site: SmallSite) -> None:
    roll = session(told_meeting(site).page).roll
    assert [line.attendance.presence for line in roll.lines] == [
        "excused",
        "represented",
        "present",
    ]
    assert [line.tone for line in roll.lines] == ["off", "wait", "good"]
    assert roll.there == 2
    assert [guest.name for guest in roll.guests] == ["مهمان نمونه"]
    assert [bench.host for bench in roll.benches] == [None]


def test_nobody_before_it_was_held(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    attending.prefill(made, version=made.version)
    assert session(fresh(made).page).roll.lines == []


def test_seats_of_a_joint_meeting_by_council(site: SmallSite) -> None:
    lead, other = staffed_council(site, 2, title="پیشگام"), staffed_council(site, 1, title="همراه")
    made = announced(lead, days=-3)
    notice = Notice(Kind.JOINT, made.mode, made.starts_at, made.ends_at, organisers=[other])
    made = convening.set_notice(made, notice, version=made.version)
    made = attending.prefill(made, version=made.version)
    convening.hold(made, started_at=made.starts_at, ended_at=made.ends_at, version=made.version)  # type: ignore[arg-type]
    benches = session(Meeting.objects.get(pk=made.pk).page).roll.benches
    named = [(bench.host and bench.host.title, len(bench.lines)) for bench in benches]
    assert named == [("پیشگام", 2), ("همراه", 1)]
