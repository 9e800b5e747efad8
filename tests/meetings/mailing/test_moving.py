"""Members are told when a meeting is not held as it was said."""

import datetime as dt

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, waiting
from tests.meetings.making import A_DAY, announced, meeting, staffed_council
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Status


def moved(one: Meeting, by: dt.timedelta) -> Meeting:
    assert one.starts_at
    assert one.ends_at
    return convening.reschedule(
        one,
        starts_at=one.starts_at + by,
        ends_at=one.ends_at + by,
        reason="سفر رئیس",
        version=one.version,
    )


def test_each_new_time_is_a_mail_of_its_own(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir", seat(page))
    one = moved(moved(announced(page), A_DAY), A_DAY)
    first, second = waiting("rescheduled")
    assert first.key != second.key
    assert second.key == f"meetings.rescheduled:{one.pk}:{one.sequence}:{first.key.split(':')[-1]}"
    assert "سفر رئیس" in second.text
    assert "سفر رئیس" not in second.subject


def test_both_times_stand_in_it(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.com", language="en")
    one = announced(page)
    moved(one, A_DAY)
    lines = only("rescheduled").text.splitlines()
    new, old = (next(line for line in lines if line.startswith(f"{name}: ")) for name in NAMES)
    assert new.removeprefix("Time: ") != old.removeprefix("Time before: ")


NAMES = ("Time", "Time before")


def test_a_postponed_meeting_has_no_new_time(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.com", language="en")
    one = announced(page)
    convening.postpone(one, reason="برف", version=one.version)
    text = only("postponed").text
    assert "Time before: " in text
    assert "\nTime: " not in text
    assert "Reason: برف" in text


def test_a_cancelled_meeting_is_told_where_it_was_announced(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    planned = meeting(page)
    convening.cancel(planned, reason="نیازی نیست", version=planned.version)
    assert waiting() == []
    one = announced(page)
    assert convening.cancel(one, reason="برف", version=one.version).status == Status.CANCELLED
    assert "برف" in only("cancelled").html
