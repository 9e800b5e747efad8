"""Drawing minutes up, and up again: what a person did stays."""

import copy
import uuid
from random import Random
from typing import Any

import pytest
from django.utils.translation import override

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import fresh, held, item, resolution, staffed_council
from wagtail_prcouncil.meetings import drafting
from wagtail_prcouncil.meetings.actions import itemising, minuting, resolving
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting, MemberReport, Minutes, Resolution
from wagtail_prcouncil.meetings.states import ReportState, Visibility

Block = dict[str, Any]


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    """Held, with two items; the first has a report and a resolution."""
    made = held(staffed_council(site))
    first = item(made, "گزارش آب", discussion="بند یکم\nبند دوم")
    item(made, "بودجه")
    row = MemberReport.objects.create(
        meeting=made, agency=agency(), item=first, due_on=made.day, state=ReportState.ACCEPTED
    )
    row.text = "گزارش دستگاه"
    row.save()
    resolution(made, "مقرر شد", item=first)
    return fresh(made)


def draw(meeting: Meeting) -> Minutes:
    return minuting.draw_up(meeting, version=fresh(meeting).version)


def blocks(minutes: Minutes) -> list[Block]:
    return list(Minutes.objects.get(pk=minutes.pk).body.raw_data)


def sources(minutes: Minutes) -> list[str]:
    """Of each block in order, by its kind; empty for what a person added."""
    made = Minutes.objects.get(pk=minutes.pk).made
    return [made.get(block["id"], {}).get("source", "").split(":")[0] for block in blocks(minutes)]


def named(meeting: Meeting, title: str) -> AgendaItem:
    return AgendaItem.objects.get(meeting=meeting, title=title)


def write(minutes: Minutes, body: list[Block]) -> Minutes:
    stored = Minutes.objects.get(pk=minutes.pk)
    return minuting.write(stored, body, version=stored.version)


def section(text: str, visibility: str = Visibility.PUBLIC) -> Block:
    value = {"heading": "از دبیر", "text": f"<p>{text}</p>", "visibility": visibility}
    return {"type": "section", "value": value, "id": str(uuid.uuid4())}


def test_in_the_order_of_the_agenda(meeting: Meeting) -> None:
    minutes = draw(meeting)
    assert sources(minutes) == ["attendance", "attendance", "item", "report", "resolution", "item"]
    first = blocks(minutes)[2]["value"]
    assert first["heading"] == "گزارش آب"
    assert first["text"] == "<p>بند یکم</p><p>بند دوم</p>"
    assert "گزارش دستگاه" in blocks(minutes)[3]["value"]["text"]


def test_what_nobody_touched_is_renewed(meeting: Meeting) -> None:
    minutes = draw(meeting)
    row = named(meeting, "بودجه")
    itemising.settle_item(row, outcome="noted", discussion="تازه", version=row.version)
    draw(meeting)
    assert "تازه" in blocks(minutes)[5]["value"]["text"]


def test_what_the_editor_wrote_back_in_other_markup_is_untouched(meeting: Meeting) -> None:
    row = named(meeting, "بودجه")
    itemising.settle_item(row, outcome="noted", discussion='«a» "b" & c', version=row.version)
    minutes = draw(meeting)
    body = blocks(minutes)
    text = body[5]["value"]["text"].replace("<p>", '<p data-block-key="x1y2z">')
    body[5]["value"]["text"] = text.replace("&quot;", '"')
    write(minutes, body)
    row = named(meeting, "بودجه")
    itemising.settle_item(row, outcome="noted", discussion="تازه", version=row.version)
    draw(meeting)
    assert "تازه" in blocks(minutes)[5]["value"]["text"]


def test_what_a_person_wrote_stays(meeting: Meeting) -> None:
    minutes = draw(meeting)
    body = blocks(minutes)
    body[5]["value"]["text"] = "<p>نوشتهٔ دبیر</p>"
    write(minutes, body)
    row = named(meeting, "بودجه")
    itemising.settle_item(row, outcome="noted", discussion="تازه", version=row.version)
    draw(meeting)
    assert blocks(minutes)[5]["value"]["text"] == "<p>نوشتهٔ دبیر</p>"


def test_who_reads_it_is_kept_as_a_person_said(meeting: Meeting) -> None:
    minutes = draw(meeting)
    body = blocks(minutes)
    body[5]["value"]["visibility"] = Visibility.MEMBERS
    write(minutes, body)
    draw(meeting)
    assert blocks(minutes)[5]["value"]["visibility"] == Visibility.MEMBERS


def test_new_ones_come_in_their_places(meeting: Meeting) -> None:
    minutes = draw(meeting)
    added = section("زیر مصوبه")
    body = blocks(minutes)
    write(minutes, [*body[:5], added, *body[5:]])
    first = named(meeting, "گزارش آب")
    resolution(meeting, "دوم", item=first)
    late = item(meeting, "تازه")
    keys = [late.pk, *meeting.items.exclude(pk=late.pk).values_list("pk", flat=True)]
    itemising.order_items(meeting, keys, version=fresh(meeting).version)
    draw(meeting)
    assert sources(minutes) == [
        *["attendance", "attendance", "item", "item", "report", "resolution"],
        *["", "resolution", "item"],
    ]
    assert blocks(minutes)[2]["value"]["heading"] == "تازه"
    assert blocks(minutes)[6]["id"] == added["id"]


def test_nested_items_stand_below_theirs(site: SmallSite) -> None:
    made = held(staffed_council(site))
    above = item(made, "یکم")
    item(made, "دوم")
    item(made, "یکم، الف", parent=above)
    headings = [block["value"].get("heading") for block in blocks(draw(fresh(made)))]
    assert headings[2:] == ["یکم", "یکم، الف", "دوم"]


def test_what_is_gone_goes_unless_somebody_wrote_there(meeting: Meeting) -> None:
    minutes = draw(meeting)
    row = Resolution.objects.get()
    resolving.remove_resolution(row, version=row.version)
    draw(meeting)
    assert "resolution" not in sources(minutes)
    body = blocks(minutes)
    body[4]["value"]["text"] = "<p>نوشتهٔ دبیر</p>"
    write(minutes, body)
    itemising.remove_item(named(meeting, "بودجه"), version=fresh(meeting).version)
    draw(meeting)
    assert blocks(minutes)[4]["value"]["text"] == "<p>نوشتهٔ دبیر</p>"


def test_a_report_of_a_closed_item_is_no_more_public_than_that(meeting: Meeting) -> None:
    row = named(meeting, "گزارش آب")
    row.visibility = Visibility.CLOSED
    itemising.save_item(row, version=row.version)
    values = [block["value"] for block in blocks(draw(fresh(meeting)))]
    assert [value["visibility"] for value in values[2:4]] == [Visibility.CLOSED] * 2


def test_in_the_language_of_the_original(meeting: Meeting) -> None:
    with override("en"):
        minutes = draw(meeting)
    table = blocks(minutes)[1]["value"]["table"]
    assert len(table["rows"]) == 3
    assert "2" not in str(table["rows"][0]["values"][3])
    assert "۳" in blocks(minutes)[0]["value"]["text"]


def test_a_report_that_is_not_accepted_is_left_out(meeting: Meeting) -> None:
    MemberReport.objects.update(state=ReportState.SUBMITTED)
    assert "report" not in sources(draw(meeting))


@pytest.mark.parametrize("seed", range(5))
def test_whatever_a_person_did_stays(meeting: Meeting, seed: int) -> None:
    """Edits, moves, additions and removals at random, with changes of the meeting between: what a
    person touched is as he left it, in his order; what he took out does not come back."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    minutes = draw(meeting)
    for _round in range(4):
        body, edited, taken = blocks(minutes), {}, set()
        made = Minutes.objects.get(pk=minutes.pk).made
        for block in chance.sample(body, 2):
            if block["type"] == "section":
                block["value"]["text"] = f"<p>{chance.random()}</p>"
                edited[block["id"]] = copy.deepcopy(block)
        for _time in range(chance.randrange(2)):
            block = chance.choice(body)
            if block["id"] not in edited:
                body.remove(block)
                taken.add(made.get(block["id"], {}).get("source"))
        chance.shuffle(body)
        added = section(str(chance.random()))
        edited[added["id"]] = added
        body.insert(chance.randrange(len(body) + 1), added)
        write(minutes, body)
        item(meeting, f"بند {chance.random()}")
        resolution(meeting, "تازه", item=meeting.items.first())
        row = chance.choice(list(AgendaItem.objects.filter(meeting=meeting)))
        said = str(chance.random())
        itemising.settle_item(row, outcome="noted", discussion=said, version=row.version)
        draw(meeting)
        after = blocks(minutes)
        kept = [block["id"] for block in after]
        order = [block["id"] for block in body]
        assert [key for key in kept if key in order] == order
        assert {block["id"]: block for block in after if block["id"] in edited} == edited
        notes = Minutes.objects.get(pk=minutes.pk).made
        assert not taken & {notes[key]["source"] for key in kept if key in notes}
    again = draw(meeting)
    assert blocks(again) == after


def test_only_what_a_person_did_counts_as_edited(meeting: Meeting) -> None:
    minutes = draw(meeting)
    stored = Minutes.objects.get(pk=minutes.pk)
    assert not any(drafting.is_edited(one, stored.made[one["id"]]) for one in blocks(minutes))
    one = blocks(minutes)[0]
    one["value"]["text"] += "<p><b>x</b></p>"
    assert drafting.is_edited(one, stored.made[one["id"]])
