"""Rules beside those of the table: numbers, times, organisers, what stays in the history."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.making import (
    A_DAY,
    AN_HOUR,
    announced,
    fresh,
    held,
    meeting,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import CouncilEnd
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.meetings.actions import attending, convening
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rules import ConflictError, CouncilError, MeetingError
from wagtail_prcouncil.meetings.states import Kind, Mode, Status
from wagtail_prcouncil.persian.jalali import TEHRAN

NOWRUZ = dt.datetime(2027, 3, 21, 0, 30, tzinfo=TEHRAN)  # 1 Farvardin 1406


def notice(one: Meeting, **words: Any) -> Notice:
    return Notice(**({"starts_at": one.starts_at, "ends_at": one.ends_at} | words))


def test_numbers_run_within_the_jalali_year_of_the_day_in_tehran(site: SmallSite) -> None:
    page = staffed_council(site)
    numbered = []
    for start in (NOWRUZ - AN_HOUR, NOWRUZ, NOWRUZ + AN_HOUR):
        one = meeting(page)
        words = Notice(starts_at=start, ends_at=start + AN_HOUR)
        one = convening.set_notice(one, words, version=one.version)
        one = convening.announce(one, version=one.version)
        numbered.append((one.year, one.number))
    assert numbered == [(1405, 1), (1406, 1), (1406, 2)]


def test_another_council_counts_for_itself(site: SmallSite) -> None:
    first, second = announced(staffed_council(site)), announced(staffed_council(site))
    assert (first.number, second.number) == (1, 1)


def test_a_cancelled_meeting_keeps_its_number(site: SmallSite) -> None:
    page = staffed_council(site)
    one = announced(page)
    convening.cancel(one, reason="تعمیر سالن", version=one.version)
    assert (fresh(one).number, announced(page).number) == (1, 2)


def test_a_notice_is_kept_whole(site: SmallSite) -> None:
    one, beside = meeting(staffed_council(site)), council(site)
    provinces = [Province.objects.get(code="IR-07")]
    words: dict[str, Any] = {"organisers": [beside], "provinces": provinces, "mode": Mode.HYBRID}
    words |= {"kind": Kind.JOINT, "join_url": "https://join.example/1"}
    convening.set_notice(one, notice(one, **words), version=one.version)
    row = fresh(one)
    assert (row.kind, row.mode, row.join_url) == (Kind.JOINT, Mode.HYBRID, "https://join.example/1")
    assert [organiser.council for organiser in row.organisers.all()] == [beside]
    assert list(row.provinces.all()) == provinces
    convening.set_notice(row, notice(row), version=row.version)
    assert not row.organisers.exists()


@pytest.mark.parametrize(
    ("kind", "organisers", "field"),
    [
        (Kind.JOINT, "none", "organisers"),
        (Kind.JOINT, "itself", "organisers"),
        (Kind.JOINT, "twice", "organisers"),
        (Kind.ORDINARY, "another", "kind"),
    ],
)
def test_organisers_that_cannot_be(site: SmallSite, kind: str, organisers: str, field: str) -> None:
    one, other = meeting(staffed_council(site)), council(site)
    chosen = {"none": [], "itself": [one.council], "twice": [other, other], "another": [other]}
    with pytest.raises(MeetingError) as refusal:
        words = notice(one, kind=kind, organisers=chosen[organisers])
        convening.set_notice(one, words, version=one.version)
    assert refusal.value.field == field
    assert not fresh(one).organisers.exists()


def test_times_of_an_announced_meeting_are_moved_and_not_rewritten(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    assert one.ends_at is not None
    with pytest.raises(MeetingError) as refusal:
        words = notice(one, ends_at=one.ends_at + AN_HOUR)
        convening.set_notice(one, words, version=one.version)
    assert refusal.value.field == "starts_at"
    convening.set_notice(one, notice(one, mode=Mode.ONLINE), version=one.version)
    assert fresh(one).mode == Mode.ONLINE


def test_the_history_keeps_the_old_time_and_the_reason(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    old, start = one.starts_at, timezone.now() + 20 * A_DAY
    moved = convening.reschedule(
        one, starts_at=start, ends_at=start + AN_HOUR, reason=" تعمیر سالن ", version=one.version
    )
    change = moved.changes.get(verb="reschedule")
    assert (change.starts_at, change.reason, change.before) == (old, "تعمیر سالن", "announced")
    assert moved.starts_at == start
    assert moved.sequence > one.sequence
    with pytest.raises(MeetingError) as refusal:
        convening.reschedule(
            moved, starts_at=start, ends_at=start + AN_HOUR, reason="باز", version=moved.version
        )
    assert refusal.value.field == "starts_at"


def test_a_postponed_meeting_may_get_the_time_that_it_had(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    start, end = one.starts_at, one.ends_at
    assert start is not None
    assert end is not None
    one = convening.postpone(one, reason="برف", version=one.version)
    again = convening.reschedule(
        one, starts_at=start, ends_at=end, reason="آفتاب", version=one.version
    )
    assert again.status == Status.RESCHEDULED


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_put_off_without_a_reason(site: SmallSite, reason: str) -> None:
    one = announced(staffed_council(site))
    with pytest.raises(MeetingError) as refusal:
        convening.postpone(one, reason=reason, version=one.version)
    assert refusal.value.field == "reason"
    assert fresh(one).status == Status.ANNOUNCED


def test_what_was_not_read_last_is_not_changed(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    convening.announce(one, version=one.version)
    with pytest.raises(ConflictError):
        convening.set_notice(one, notice(one), version=one.version)


@pytest.mark.parametrize("hours", [(1, 2), (-1, -2)])
def test_real_times_that_cannot_be(site: SmallSite, hours: tuple[int, int]) -> None:
    one = announced(staffed_council(site))
    one = attending.prefill(one, version=one.version)
    started_at, ended_at = (timezone.now() + hour * AN_HOUR for hour in hours)
    with pytest.raises(MeetingError):
        convening.hold(one, started_at=started_at, ended_at=ended_at, version=one.version)
    assert fresh(one).status == Status.ANNOUNCED


def test_a_meeting_where_something_was_decided_is_not_called_off(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one)
    Meeting.objects.filter(pk=one.pk).update(status=Status.ANNOUNCED)
    with pytest.raises(MeetingError):
        convening.cancel(one, reason="تعمیر سالن", version=fresh(one).version)


def test_a_council_that_is_closed_announces_nothing(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    close_council(one.council, on=today(), reason=CouncilEnd.MERGED, note="ادغام شد.", by=None)
    with pytest.raises(CouncilError):
        convening.announce(one, version=fresh(one).version)
