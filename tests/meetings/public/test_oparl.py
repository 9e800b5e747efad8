import json
from typing import Any

from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import (
    announced,
    circulated,
    fresh,
    held,
    in_english,
    item,
    meeting,
    published,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.meetings.actions import convening, itemising
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage


def read(page: MeetingPage) -> dict[str, Any]:
    response = Client().get(f"{page.get_url()}meeting.json")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    found: dict[str, Any] = json.loads(response.content)
    return found


def full(site: SmallSite) -> Meeting:
    """Held, with a closed item and one for members, two public resolutions and one that is not;
    minutes published."""
    one = held(staffed_council(site))
    first = item(one, "گزارش", label="۱", title_en="Report")
    item(one, "جزء", parent=first, label="۱-۱")
    secret = item(one, "محرمانه", visibility="closed", background="هیچ‌کس نداند")
    item(one, "فقط اعضا", visibility="members")
    itemising.finalise(fresh(one), version=fresh(one).version)
    resolution(one, "تصویب شد", item=first)
    votes = {"by_consensus": False, "votes_for": 2, "votes_against": 1, "abstentions": 0}
    resolution(one, "رأی آورد", **votes)
    resolution(one, "پنهان", item=secret, visibility="members")
    return published(one)


def test_an_oparl_meeting(site: SmallSite) -> None:
    one = full(site)
    told = read(one.page)["meeting"]
    assert told["type"] == "https://schema.oparl.org/1.1/Meeting"
    assert told["id"].endswith("meeting.json")
    assert told["web"] == one.page.full_url
    assert told["name"] == one.page.title
    assert told["cancelled"] is False
    assert told["start"].endswith("+03:30")
    assert told["organization"] == [one.council.full_url]
    assert told["resultsProtocol"]["accessUrl"].endswith("/minutes/")
    assert told["prcouncil:quorate"] is True


def test_its_agenda_tells_what_the_page_tells(site: SmallSite) -> None:
    one = full(site)
    whole = read(one.page)
    items = whole["meeting"]["agendaItem"]
    assert [row["name"] for row in items] == ["گزارش", "جزء", "محرمانه"]
    assert [row["public"] for row in items] == [True, True, False]
    assert items[0]["number"] == "1"
    assert items[1]["prcouncil:part_of"] == items[0]["id"]
    assert items[0]["resolutionText"] == "تصویب شد"
    said = json.dumps(whole, ensure_ascii=False)
    for secret in ("هیچ‌کس نداند", "فقط اعضا", "پنهان"):
        assert secret not in said


def test_popolo_motions_with_votes(site: SmallSite) -> None:
    by_consensus, by_vote = read(full(site).page)["motions"]
    assert by_consensus["requirement"] == "consensus"
    assert "vote_events" not in by_consensus
    assert by_consensus["result"] == "pass"
    (vote,) = by_vote["vote_events"]
    counts = {row["option"]: row["value"] for row in vote["counts"]}
    assert counts == {"yes": 2, "no": 1, "abstain": 0}
    assert by_vote["identifier"] == vote["identifier"]
    assert by_vote["identifier"].startswith("2/14")
    assert vote["motion_id"] == by_vote["id"]


def test_attendance_by_agency_without_persons(site: SmallSite) -> None:
    one = full(site)
    whole = read(one.page)
    assert [row["presence"] for row in whole["attendance"]] == ["present"] * 3
    agencies = {row.agency.code for row in one.attendances.with_people() if row.agency}
    assert {row.get("organization_id") for row in whole["attendance"]} - {None} == agencies
    said = json.dumps(whole, ensure_ascii=False)
    assert not any(row.person.name in said for row in one.attendances.with_people() if row.person)


def test_nothing_decided_before_the_minutes_are_published(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one, "هنوز نه")
    circulated(one)
    whole = read(one.page)
    assert whole["motions"] == []
    assert "resultsProtocol" not in whole["meeting"]


def test_a_cancelled_one(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    convening.cancel(one, reason="برف", version=one.version)
    assert read(one.page)["meeting"]["cancelled"] is True


def test_in_english(site: SmallSite) -> None:
    told = read(in_english(full(site), site, title="A meeting"))["meeting"]
    assert told["name"] == "A meeting"
    assert told["agendaItem"][0]["name"] == "Report"
    assert told["prcouncil:language"] == "en"


def test_of_a_planned_one_nothing(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    assert Client().get(f"{one.page.get_url()}meeting.json").status_code == 404
