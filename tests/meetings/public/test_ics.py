"""Read back with the library that other programs use."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from tests.making import SmallSite
from tests.meetings.making import (
    A_DAY,
    announced,
    fresh,
    held,
    in_english,
    meeting,
    staffed_council,
)
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import Status
from wagtail_prcouncil.persian.jalali import TEHRAN

WHEN = dt.datetime(2026, 12, 1, 10, 0, tzinfo=TEHRAN)
LONG = "نشست هم‌اندیشی مدیران روابط عمومی‌ها، وزارت کار؛ بررسی گزارش‌ها، «تصویب» و پیگیری مصوبه‌ها"


def read(page: MeetingPage, name: str = "meeting.ics") -> tuple[Any, bytes]:
    """The calendar and its octets, as an anonymous reader gets them."""
    response = Client().get(f"{page.get_url()}{name}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content), response.content


def event(page: MeetingPage, name: str = "meeting.ics") -> Any:
    (found,) = read(page, name)[0].walk("VEVENT")
    return found


def listed(one: Meeting) -> Any:
    """The list of the meeting."""
    return one.page.get_parent().specific


@pytest.fixture
def coming(site: SmallSite) -> Meeting:
    words: dict[str, Any] = {
        "summary": "بررسی گزارش‌ها",
        "venue": "سالن «مهر»، طبقهٔ ۲",
        "venue_address": "تهران",
    }
    made = meeting(staffed_council(site), title=LONG, **words)
    made.starts_at, made.ends_at = WHEN, WHEN + dt.timedelta(hours=2)
    made.join_url = "https://join.example/secret"
    made.save()
    return convening.announce(made, version=made.version)


def test_time_place_and_words(coming: Meeting) -> None:
    told = event(coming.page)
    assert told["UID"] == str(coming.key)
    assert told.decoded("DTSTART") == WHEN
    assert told["DTSTART"].params["TZID"] == "Asia/Tehran"
    assert told.decoded("DTEND") - told.decoded("DTSTART") == dt.timedelta(hours=2)
    assert told["SUMMARY"] == LONG
    assert told["SUMMARY"].params["LANGUAGE"] == "fa"
    assert told["LOCATION"] == "سالن «مهر»، طبقهٔ ۲، تهران"
    assert told["STATUS"] == "CONFIRMED"
    assert told["URL"] == coming.page.get_full_url()
    assert "۱۰ آذر ۱۴۰۵" in told["DESCRIPTION"]
    assert "بررسی گزارش‌ها" in told["DESCRIPTION"]


def test_the_calendar_around_it(coming: Meeting) -> None:
    calendar, _content = read(listed(coming), "meetings.ics")
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["VERSION"] == "2.0"
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar.decoded("REFRESH-INTERVAL") == dt.timedelta(hours=6)
    assert coming.council.title in calendar["X-WR-CALNAME"]
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Asia/Tehran"
    assert zone.to_tz().utcoffset(WHEN.replace(tzinfo=None)) == dt.timedelta(hours=3, minutes=30)


def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(coming: Meeting) -> None:
    content = read(coming.page)[1]
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_no_person_and_no_address_to_join(coming: Meeting) -> None:
    content = read(coming.page)[1].replace(b"\r\n ", b"").decode()
    assert "join.example" not in content
    for word in ("ATTENDEE", "mailto:", "EMAIL"):
        assert word not in content


def test_each_change_is_counted(coming: Meeting) -> None:
    first = event(coming.page)["SEQUENCE"]
    moved = convening.postpone(coming, reason="برف", version=coming.version)
    told = event(coming.page)
    assert told["SEQUENCE"] > first
    assert told["STATUS"] == "TENTATIVE"
    with override("fa"):
        assert told["SUMMARY"] == f"{LONG} ({Status.POSTPONED.label})"
    again = WHEN + 7 * A_DAY
    ends = again + dt.timedelta(hours=1)
    moved = convening.reschedule(
        moved, starts_at=again, ends_at=ends, reason="زمان تازه", version=moved.version
    )
    later = event(coming.page)
    assert later["SEQUENCE"] > told["SEQUENCE"]
    assert later["STATUS"] == "CONFIRMED"
    assert later.decoded("DTSTART") == again
    assert later["UID"] == told["UID"]
    convening.cancel(fresh(moved), reason="نشد", version=fresh(moved).version)
    gone = event(coming.page)
    assert gone["STATUS"] == "CANCELLED"
    assert gone["SEQUENCE"] > later["SEQUENCE"]
    assert event(listed(coming), "meetings.ics")["STATUS"] == "CANCELLED"


def test_in_english(coming: Meeting, site: SmallSite) -> None:
    page = in_english(coming, site, title="A meeting")
    told = event(page)
    assert told["SUMMARY"] == "A meeting"
    assert told["SUMMARY"].params["LANGUAGE"] == "en"
    assert "Jalali date: 1405/09/10" in told["DESCRIPTION"]
    assert "1 December 2026" in told["DESCRIPTION"]
    assert told["UID"] == event(coming.page)["UID"]


def test_a_list_tells_of_what_readers_know_of(site: SmallSite) -> None:
    council = staffed_council(site)
    known, past = announced(council, title="آینده"), held(council, title="گذشته")
    long_ago = held(council, days=-500, title="خیلی پیش")
    planned = meeting(council, title="هنوز نه")
    hidden = announced(council, title="ناپیدا")
    hidden.page.unpublish()
    calendar, content = read(listed(planned), "meetings.ics")
    keys = {uuid.UUID(one["UID"]) for one in calendar.walk("VEVENT")}
    assert keys == {known.key, past.key}
    assert long_ago.page.title not in content.decode()


def test_queries_do_not_grow(
    site: SmallSite, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    council = staffed_council(site)
    one = announced(council)
    url = f"{listed(one).get_url()}meetings.ics"
    Client().get(url)
    for _number in range(5):
        announced(council)
    with django_assert_max_num_queries(15):
        Client().get(url)
