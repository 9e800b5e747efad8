"""Resolutions on the desk."""

from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, place, secretary
from tests.meetings.making import approved, fresh, held, item, resolution, staffed_council
from wagtail_prcouncil.meetings.models import Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import ResolutionState, Visibility


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    return held(staffed_council(site))


def words(**said: Any) -> dict[str, str]:
    return {"version": "1", "text": "مقرر شد", "by_consensus": "on"} | said


def test_written_put_right_and_taken_out(meeting: Meeting) -> None:
    client = secretary(meeting.council)
    assert client.get(place("add_resolution", meeting)).status_code == 200
    assert client.post(place("add_resolution", meeting), words()).status_code == 302
    row = Resolution.objects.get()
    assert (row.text, row.by_consensus, row.number) == ("مقرر شد", True, None)
    said = words(by_consensus="", votes_for="۲", votes_against="1", text="مقرر شد که")
    assert client.post(place("resolution", row), said).status_code == 302
    row.refresh_from_db()
    assert (row.votes_for, row.votes_against, row.text) == (2, 1, "مقرر شد که")
    said = {"version": str(row.version)}
    assert client.post(place("remove_resolution", row), said).status_code == 302
    assert not Resolution.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": " "}, "text"),
        ({"votes_for": "5"}, "by_consensus"),
        ({"by_consensus": ""}, "votes_for"),
        ({"by_consensus": "", "votes_for": "1", "votes_against": "2"}, "votes_for"),
        ({"by_consensus": "", "votes_for": "9", "votes_against": "0"}, "votes_for"),
        ({"by_consensus": "", "votes_for": "-1", "votes_against": "0"}, "votes_for"),
        ({"by_consensus": "", "votes_for": "x", "votes_against": "0"}, "votes_for"),
        ({"by_consensus": "", "votes_for": "9" * 30, "votes_against": "0"}, "votes_for"),
        ({"item": "x"}, "item"),
        ({"item": "9" * 30}, "item"),
        ({"visibility": "nobody"}, "visibility"),
    ],
)
def test_what_is_no_resolution(meeting: Meeting, said: dict[str, str], field: str) -> None:
    answer = chief().post(place("add_resolution", meeting), words(**said))
    assert answer.status_code == 200
    assert field in errors(answer)
    assert not Resolution.objects.exists()


def test_an_item_of_another_meeting(meeting: Meeting, site: SmallSite) -> None:
    other = item(held(staffed_council(site)), "بند")
    answer = chief().post(place("add_resolution", meeting), words(item=str(other.pk)))
    assert list(errors(answer)) == ["item"]


@pytest.mark.parametrize(
    ("of_item", "said", "stored"),
    [
        (Visibility.CLOSED, "", Visibility.CLOSED),
        (Visibility.MEMBERS, "", Visibility.MEMBERS),
        (Visibility.PUBLIC, "", Visibility.PUBLIC),
        (Visibility.CLOSED, Visibility.PUBLIC, Visibility.PUBLIC),
        (None, "", Visibility.PUBLIC),
    ],
)
def test_unless_said_it_is_read_by_whom_the_item_is(
    meeting: Meeting, of_item: str | None, said: str, stored: str
) -> None:
    one = item(meeting, "بند", visibility=of_item) if of_item else None
    sent = words(item=str(one.pk) if one else "", visibility=said)
    chief().post(place("add_resolution", meeting), sent)
    assert Resolution.objects.get().visibility == stored


def test_of_two_who_put_it_right_one_is_told(meeting: Meeting) -> None:
    row, client = resolution(meeting), chief()
    assert client.post(place("resolution", row), words(text="یکم")).status_code == 302
    answer = client.post(place("resolution", row), words(text="دومین متن"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "یکم" in page
    assert "دومین متن" in page


def test_with_its_number_it_is_annulled_and_not_rewritten(meeting: Meeting) -> None:
    resolution(meeting, "یکم")
    approved(meeting)
    row, client = Resolution.objects.get(), chief()
    page = client.get(place("resolutions", meeting))
    assert row.number_as_read() in page.content.decode()
    assert place("resolution", row) not in page.content.decode()
    assert client.post(place("add_resolution", meeting), words()).status_code == 200
    said = {"version": str(row.version), "note": ""}
    assert list(errors(client.post(place("annul_resolution", row), said))) == ["note"]
    said["note"] = "خلاف قانون"
    assert client.post(place("annul_resolution", row), said).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.number) == (ResolutionState.ANNULLED, 1)
    assert "خلاف قانون" in client.get(place("resolutions", meeting)).content.decode()
    assert client.post(place("annul_resolution", row), said).status_code == 409


def test_annulling_asks_for_its_own_right(meeting: Meeting) -> None:
    resolution(meeting, "یکم")
    row = approved(meeting).resolutions.get()
    client = secretary(meeting.council, rights=[Right.VIEW, Right.CHANGE_RESOLUTIONS])
    said = {"version": str(row.version), "note": "x"}
    assert client.post(place("annul_resolution", row), said).status_code in (302, 403)
    row.refresh_from_db()
    assert row.state == ResolutionState.ADOPTED


@pytest.mark.parametrize("verb", ["resolution", "remove_resolution", "annul_resolution"])
def test_of_another_council_there_is_none(meeting: Meeting, site: SmallSite, verb: str) -> None:
    row = resolution(meeting)
    client = secretary(staffed_council(site))
    assert client.get(place(verb, row)).status_code == 404
    assert client.post(place(verb, row), words(note="x")).status_code == 404
    assert fresh(meeting).resolutions.get().version == row.version
