"""Times and axes in words."""

import datetime as dt

from django.utils.translation import override

from tests.making import SmallSite
from tests.meetings.making import announced, held, meeting, published, staffed_council
from wagtail_prcouncil.meetings.admin.reading import (
    DONE,
    NOTHING,
    WAITS,
    axes_as_read,
    axis_label,
    changes_as_read,
    moment_as_read,
    notice_facts,
    number_as_read,
    time_as_read,
)
from wagtail_prcouncil.meetings.states import Axis, Status
from wagtail_prcouncil.persian.jalali import TEHRAN

START = dt.datetime(2026, 12, 1, 9, tzinfo=TEHRAN)


def test_an_end_on_the_same_day_is_an_hour_alone() -> None:
    with override("fa"):
        told = time_as_read(START, START + dt.timedelta(hours=2, minutes=30))
        assert "۱۰ آذر ۱۴۰۵" in told
        assert told.endswith("۱۱:۳۰")
        assert told.count("آذر") == 1
        assert time_as_read(START, START + dt.timedelta(days=1)).count("آذر") == 2
    with override("en"):
        assert time_as_read(START, None) == "Tuesday 1 December 2026, 09:00"


def test_no_time_is_nothing_and_one_before_the_calendar_is_told_as_stored() -> None:
    assert (time_as_read(None, None), moment_as_read(None)) == ("", "")
    with override("fa"):
        assert moment_as_read(dt.datetime(1, 1, 3, tzinfo=dt.UTC)).startswith("0001-01-03")


def test_the_axes_of_a_meeting_are_told_with_their_tones(site: SmallSite) -> None:
    council = staffed_council(site)
    plan = axes_as_read(meeting(council))
    assert [axis.tone for axis in plan] == [WAITS, NOTHING, NOTHING, DONE]
    done = axes_as_read(published(held(council)))
    assert [done[0].tone, done[2].tone] == [DONE, DONE]


def test_a_number_is_told_with_its_year_once_there_is_one(site: SmallSite) -> None:
    council = staffed_council(site)
    assert number_as_read(meeting(council)) == ""
    made = announced(council)
    with override("fa"):
        assert number_as_read(made).startswith("۱\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}۱۴")


def test_steps_are_told_the_latest_first(site: SmallSite) -> None:
    made = held(staffed_council(site))
    told = [change.what for change in changes_as_read(made)]
    assert str(axis_label(Axis.STATUS, Status.HELD)) in told[0]
    assert str(axis_label(Axis.STATUS, Status.ANNOUNCED)) in told[-1]


def test_a_notice_tells_only_addresses_that_there_are(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    made.join_url = "https://example.invalid/room"
    values = [fact.value for fact in notice_facts(made)]
    assert "https://example.invalid/room" in values
    assert "" not in values
