"""Minutes move on the desk; of two who move them at once, one wins."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.making import SmallSite, chosen
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import (
    approved,
    circulated,
    fresh,
    held,
    item,
    published,
    staffed_council,
)
from tests.uploads import files
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import MinutesStatus, Visibility
from wagtail_prcouncil.persian.jalali import to_jalali

WRITTEN = {"how": "written", "all_answered": "on"}


def jalali(day: dt.date) -> str:
    told = to_jalali(day)
    return f"{told.year}/{told.month}/{told.day}"


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    made = held(staffed_council(site))
    item(made, "بند همگانی", discussion="گفت‌وگو")
    item(made, "بند بسته", discussion="رازگفتار", visibility=Visibility.CLOSED)
    return fresh(made)


def test_from_the_draft_to_the_reader(meeting: Meeting) -> None:
    client = secretary(meeting.council)
    until = jalali(today() + dt.timedelta(days=3))
    steps: list[tuple[str, dict[str, Any], str]] = [
        ("draw_up", {}, MinutesStatus.DRAFT),
        ("circulate", {"objections_until": until}, MinutesStatus.CIRCULATED),
        ("recall", {"reason": "افتاده بود"}, MinutesStatus.DRAFT),
        ("circulate", {"objections_until": until}, MinutesStatus.CIRCULATED),
        ("approve", WRITTEN | {"on": jalali(today())}, MinutesStatus.APPROVED),
        ("publish", {}, MinutesStatus.PUBLISHED),
        ("withdraw", {"reason": "اشتباه"}, MinutesStatus.APPROVED),
    ]
    for verb, said, after in steps:
        assert client.get(place(verb, meeting)).status_code == 200, verb
        answer = client.post(place(verb, meeting), as_now(meeting, **said))
        assert answer.status_code == 302, errors(answer)
        assert fresh(meeting).minutes_status == after
    assert fresh(meeting).objections_until == today() + dt.timedelta(days=3)


@pytest.mark.parametrize("verb", ["draw_up", "circulate", "recall", "approve", "publish"])
def test_what_is_not_due_is_told_and_leads_back(meeting: Meeting, verb: str) -> None:
    done = published(meeting)
    client = chief()
    answer = client.get(place(verb, done))
    assert answer.status_code == 302
    assert answer["Location"] == place("minutes", done)
    answer = client.post(place(verb, done), as_now(done, how="written", reason="x"))
    assert answer.status_code in (200, 409)
    assert fresh(done).minutes_status == MinutesStatus.PUBLISHED


def test_two_who_circulate_at_once(meeting: Meeting) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    said = as_now(meeting, objections_until=jalali(today()))
    first, second = chief(), secretary(meeting.council)
    assert first.post(place("circulate", meeting), said).status_code == 302
    answer = second.post(place("circulate", meeting), said)
    assert answer.status_code == 409
    assert [fact for fact in answer.context["conflict"]["facts"] if fact.value]
    assert answer.context["form"].data["objections_until"] == jalali(today())


@pytest.mark.parametrize("day", ["", "x", "1300/13/50", "1403/01/01"])
def test_a_last_day_that_cannot_be(meeting: Meeting, day: str) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    answer = chief().post(place("circulate", meeting), as_now(meeting, objections_until=day))
    assert answer.status_code == 200
    assert list(errors(answer)) == ["objections_until"]


def test_drawing_up_again(meeting: Meeting) -> None:
    client = chief()
    client.post(place("draw_up", meeting), as_now(meeting))
    item(meeting, "بند تازه")
    answer = client.get(place("draw_up_again", meeting))
    assert answer.status_code == 200
    assert client.post(place("draw_up_again", meeting), as_now(meeting)).status_code == 302
    assert "بند تازه" in client.get(place("minutes", meeting)).content.decode()


def test_without_the_right(meeting: Meeting) -> None:
    sent = circulated(meeting)
    client = secretary(sent.council, rights=[Right.VIEW, Right.CHANGE])
    said = as_now(sent, how="written", on=jalali(today()))
    answer = client.post(place("approve", sent), said)
    assert answer.status_code in (302, 403)
    assert fresh(sent).minutes_status == MinutesStatus.CIRCULATED


@pytest.mark.parametrize(
    "verb", ["draw_up", "circulate", "approve", "write_minutes", "attach_scan"]
)
def test_of_another_council_there_is_nothing(meeting: Meeting, site: SmallSite, verb: str) -> None:
    client = secretary(staffed_council(site))
    assert client.get(place(verb, meeting)).status_code == 404
    assert client.post(place(verb, meeting), {"version": "1"}).status_code == 404


class TestScan:
    """The paper that was signed."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path) -> Iterator[Path]:
        with chosen(PRIVATE_ROOT=str(tmp_path)):
            yield tmp_path

    def test_it_is_attached_replaced_and_taken_away(self, meeting: Meeting, folder: Path) -> None:
        done, client = approved(meeting), chief()
        for name in ("یکم.pdf", "دوم.pdf"):
            said = as_now(done, file=files.upload(name, files.pdf()))
            assert client.post(place("attach_scan", done), said).status_code == 302
        assert "دوم" in str(fresh(done).scan.name)
        assert "/meetings/files/scan/" in client.get(place("minutes", done)).content.decode()
        assert client.post(place("remove_scan", done), as_now(done)).status_code == 302
        assert not fresh(done).scan

    @pytest.mark.parametrize(
        ("name", "content"), [("a.exe", b"MZ"), ("a.pdf", b"<!doctype html>"), ("a.pdf", b"")]
    )
    def test_what_is_no_paper(self, meeting: Meeting, name: str, content: bytes) -> None:
        done = approved(meeting)
        said = as_now(done, file=files.upload(name, content))
        answer = chief().post(place("attach_scan", done), said)
        assert list(errors(answer)) == ["file"]
        assert not fresh(done).scan

    def test_before_they_are_approved(self, meeting: Meeting) -> None:
        said = as_now(meeting, file=files.upload("a.pdf", files.pdf()))
        answer = chief().post(place("attach_scan", meeting), said)
        assert list(errors(answer)) == ["file"]


def test_as_readers_see_them_before_they_do(meeting: Meeting) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    page = secretary(meeting.council).get(place("preview_minutes", meeting)).content.decode()
    assert "گفت‌وگو" in page
    assert "بند بسته" in page
    assert "رازگفتار" not in page
