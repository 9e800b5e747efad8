"""What stands in the way of a resolution, and what it keeps when it is sent or annulled."""

import datetime as dt
from typing import Any

import pytest

from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.making import (
    announced,
    approved,
    fresh,
    held,
    item,
    meeting,
    published,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import convening, minuting, resolving
from wagtail_prcouncil.meetings.models import Forwarding, Meeting, Resolution
from wagtail_prcouncil.meetings.rules import ConflictError, InUseError, MeetingError
from wagtail_prcouncil.meetings.states import ForwardingState, ResolutionState, Visibility
from wagtail_prcouncil.persian.jalali import TEHRAN


def adopted(page: CouncilPage, **words: Any) -> Resolution:
    one = held(page)
    made = resolution(one, **words)
    approved(one)
    return Resolution.objects.get(pk=made.pk)


def sent(site: SmallSite) -> Forwarding:
    """From one council to another that has none of its own."""
    row = adopted(staffed_council(site), text="ماهانه منتشر شود", text_en="Monthly")
    return resolving.forward(row, staffed_council(site), note="برای اجرا")


def test_numbers_follow_the_order_and_the_year_of_the_meeting(site: SmallSite) -> None:
    one = held(staffed_council(site))
    rows = [resolution(one, text) for text in ("یک", "دو", "سه")]
    done = approved(one)
    found = Resolution.objects.filter(pk__in=[row.pk for row in rows])
    assert [row.number for row in found.order_by("sort_order")] == [1, 2, 3]
    assert {row.year for row in found} == {done.jalali_year}


def test_a_new_jalali_year_begins_with_one(site: SmallSite) -> None:
    page = staffed_council(site)
    year = dt.datetime(2026, 3, 21, 0, 30, tzinfo=TEHRAN)  # 1 Farvardin 1405
    numbered = []
    for start in (year - dt.timedelta(hours=1), year):
        one = held(page)
        Meeting.objects.filter(pk=one.pk).update(
            started_at=start, ended_at=start + dt.timedelta(minutes=5)
        )
        row = resolution(one)
        approved(one)
        row.refresh_from_db()
        numbered.append((row.year, row.number))
    assert numbered == [(1404, 1), (1405, 1)]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"text": "  "}, "text"),
        ({"by_consensus": True, "votes_for": 3}, "by_consensus"),
        ({"by_consensus": False}, "votes_for"),
        ({"by_consensus": False, "votes_for": 3, "votes_against": 1}, "votes_for"),
    ],
)
def test_resolutions_that_cannot_be(site: SmallSite, words: dict[str, Any], field: str) -> None:
    one = held(staffed_council(site, seats=3))
    with pytest.raises(MeetingError) as refusal:
        resolution(one, **words)
    assert refusal.value.field == field
    assert not one.resolutions.exists()


def test_an_item_of_another_meeting_is_refused(site: SmallSite) -> None:
    page = staffed_council(site)
    elsewhere = item(meeting(page))
    with pytest.raises(MeetingError) as refusal:
        resolution(held(page), item=elsewhere)
    assert refusal.value.field == "item"


def test_what_has_a_number_is_neither_rewritten_nor_removed(site: SmallSite) -> None:
    row = adopted(staffed_council(site), text="یک")
    row.text = "دو"
    with pytest.raises(MeetingError):
        resolving.save_resolution(row, version=row.version)
    with pytest.raises(MeetingError):
        resolving.remove_resolution(row, version=row.version)
    assert Resolution.objects.get().text == "یک"


def test_a_draft_goes_unless_somebody_was_given_something_by_it(site: SmallSite) -> None:
    one = held(staffed_council(site))
    slip, row = resolution(one), resolution(one)
    assignment(one, agencies_at(one.council)[0], resolution=row)
    resolving.remove_resolution(slip, version=slip.version)
    with pytest.raises(InUseError):
        resolving.remove_resolution(row, version=row.version)
    assert one.resolutions.get() == row


def test_of_two_who_write_the_second_is_refused(site: SmallSite) -> None:
    row = resolution(held(staffed_council(site)))
    for text in ("یکم", "دوم"):
        stale = Resolution.objects.get(pk=row.pk)
        stale.text = text
        if text == "یکم":
            resolving.save_resolution(stale, version=1)
            continue
        with pytest.raises(ConflictError):
            resolving.save_resolution(stale, version=1)
    assert Resolution.objects.get().text == "یکم"


def test_what_is_annulled_keeps_its_number_and_says_why(site: SmallSite) -> None:
    row = adopted(staffed_council(site))
    with pytest.raises(MeetingError):
        resolving.annul(row, note=" ", version=row.version)
    done = resolving.annul(row, note="تکراری بود", version=row.version)
    assert (done.state, done.number, done.annulling_note) == ("annulled", 1, "تکراری بود")
    assert done.annulled_on is not None


def test_a_forwarded_resolution_is_taken_up_with_its_origin(site: SmallSite) -> None:
    row = sent(site)
    there = announced(row.council)
    made = resolving.take_up(row, there, version=there.version)
    assert (made.text, made.text_en, made.origin) == ("ماهانه منتشر شود", "Monthly", row.resolution)
    assert (made.state, made.number) == (ResolutionState.DRAFT, None)
    row.refresh_from_db()
    assert row.state == ForwardingState.TAKEN_UP
    with pytest.raises(ConflictError):
        resolving.take_up(row, there, version=fresh(there).version)
    with pytest.raises(ConflictError):
        resolving.decline(row, answer="دیر شد")


def test_what_was_annulled_meanwhile_is_declined_and_not_taken_up(site: SmallSite) -> None:
    row = sent(site)
    there = announced(row.council)
    resolving.annul(row.resolution, note="تکراری بود", version=row.resolution.version)
    with pytest.raises(ConflictError):
        resolving.take_up(row, there, version=there.version)
    assert not there.resolutions.exists()
    assert resolving.decline(row, answer="لغو شده است").state == ForwardingState.DECLINED


def test_what_is_declined_says_why(site: SmallSite) -> None:
    row = sent(site)
    with pytest.raises(MeetingError):
        resolving.decline(row, answer=" ")
    done = resolving.decline(row, answer="در صلاحیت ما نیست")
    assert (done.state, done.answer) == (ForwardingState.DECLINED, "در صلاحیت ما نیست")


def test_where_a_resolution_cannot_be_sent(site: SmallSite) -> None:
    page = staffed_council(site)
    draft = resolution(held(page))
    with pytest.raises(MeetingError):
        resolving.forward(draft, council(site))
    row = sent(site)
    for to in (row.resolution.council, row.council):
        with pytest.raises(MeetingError) as refusal:
            resolving.forward(row.resolution, to)
        assert refusal.value.field == "council"


def test_another_council_does_not_take_it_up(site: SmallSite) -> None:
    row, one = sent(site), announced(staffed_council(site))
    with pytest.raises(MeetingError) as refusal:
        resolving.take_up(row, one, version=one.version)
    assert refusal.value.field == "meeting"
    assert not one.resolutions.exists()


def test_a_meeting_without_a_quorum_decides_nothing(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one)
    Meeting.objects.filter(pk=one.pk).update(quorum_due=9)
    with pytest.raises(MeetingError):
        approved(one)
    assert Resolution.objects.get().number is None


def test_what_readers_of_minutes_see(site: SmallSite) -> None:
    one = held(staffed_council(site))
    public = resolution(one)
    resolution(one, visibility=Visibility.MEMBERS)
    done = published(one)
    assert Resolution.objects.readable().get() == public
    minuting.withdraw(done, reason="نامی جا ماند", version=done.version)
    assert not Resolution.objects.readable().exists()


def test_what_is_over_and_decided_stays_when_it_is_reopened(site: SmallSite) -> None:
    row = adopted(staffed_council(site))
    one = fresh(row.meeting)
    one = convening.close(one, version=one.version)
    convening.reopen(one, reason="بندی مانده بود", version=one.version)
    row.refresh_from_db()
    assert row.number == 1
