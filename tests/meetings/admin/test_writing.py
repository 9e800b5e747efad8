"""The secretary writes; what was typed is never lost."""

import json
from typing import Any

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, place, secretary
from tests.meetings.making import circulated, fresh, held, item, staffed_council
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Minutes
from wagtail_prcouncil.meetings.states import Visibility


@pytest.fixture
def minutes(site: SmallSite) -> Minutes:
    made = held(staffed_council(site))
    item(made, "بند", discussion="گفت‌وگو")
    minuting.draw_up(fresh(made), version=fresh(made).version)
    return Minutes.objects.get(meeting=made)


def words(minutes: Minutes, text: str = "<p>نوشته</p>", **said: Any) -> dict[str, str]:
    """What the editor sends of a section that was typed, in place of all there was."""
    value = {"heading": "سرنویس", "text": rich_text(text), "visibility": Visibility.PUBLIC} | said
    body = streamfield([("section", value)])
    return nested_form_data({"body": body}) | {"version": str(minutes.version)}


def place_of(minutes: Minutes) -> str:
    return place("write_minutes", minutes.meeting)


def stored(minutes: Minutes) -> Minutes:
    return Minutes.objects.get(pk=minutes.pk)


def test_the_editor_opens_with_what_there_is(minutes: Minutes) -> None:
    page = secretary(minutes.meeting.council).get(place_of(minutes))
    assert page.status_code == 200
    assert json.dumps("بند")[1:-1] in page.content.decode() or "بند" in page.content.decode()
    assert "data-w-block-data-value" in page.content.decode()


def test_what_was_typed_is_saved(minutes: Minutes) -> None:
    answer = secretary(minutes.meeting.council).post(place_of(minutes), words(minutes))
    assert answer.status_code == 302
    block = stored(minutes).body[0]
    assert block.value["heading"] == "سرنویس"
    assert "نوشته" in block.value["text"].source
    assert stored(minutes).version == minutes.version + 1


def test_of_two_who_write_one_is_told_what_is_so_now(minutes: Minutes) -> None:
    client = chief()
    assert client.post(place_of(minutes), words(minutes, "<p>یکم</p>")).status_code == 302
    answer = client.post(place_of(minutes), words(minutes, "<p>second</p>"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "یکم" in page
    assert "second" in page
    assert "یکم" in stored(minutes).body[0].value["text"].source
    again = words(stored(minutes), "<p>second</p>")
    assert answer.context["form"].data["version"] == again["version"]
    assert client.post(place_of(minutes), again).status_code == 302
    assert "second" in stored(minutes).body[0].value["text"].source


def test_circulated_ones_are_not_written_in(minutes: Minutes) -> None:
    sent = circulated(minutes.meeting)
    client = chief()
    assert client.get(place_of(minutes)).status_code == 302
    assert client.post(place_of(minutes), words(stored(minutes))).status_code == 409
    assert "نوشته" not in str(stored(minutes).body.raw_data)
    assert sent.pk


def test_before_they_are_drawn_up(site: SmallSite) -> None:
    made = held(staffed_council(site))
    address = place("write_minutes", made)
    client = chief()
    assert client.get(address).status_code == 302
    assert client.post(address, {"version": "1"}).status_code in (302, 403)


@pytest.mark.parametrize(
    "said",
    [
        {"body-count": "x"},
        {"body-count": "-1"},
        {"body-count": "99999999999"},
        {"body-0-order": "x"},
        {"body-0-type": "script"},
        {"body-0-value-text": "{"},
        {"body-0-value-visibility": "nobody"},
        {"body-0-value-heading": "آ" * 400},
        {"version": ""},
        {"version": "x"},
        {"version": "9" * 30},
    ],
)
def test_what_no_editor_sends(minutes: Minutes, said: dict[str, str]) -> None:
    before = stored(minutes).body.raw_data
    answer = chief().post(place_of(minutes), words(minutes) | said)
    assert answer.status_code in (200, 302, 409)
    if answer.status_code == 302:
        assert answer["Location"] == place_of(minutes)
    assert list(stored(minutes).body.raw_data) == list(before)


@pytest.mark.parametrize("missing", ["body-count", "body-0-type", "body-0-deleted", "body-0-order"])
def test_what_is_missing(minutes: Minutes, missing: str) -> None:
    said = words(minutes)
    del said[missing]
    answer = chief().post(place_of(minutes), said)
    assert answer.status_code == 302
    assert answer["Location"] == place_of(minutes)
    assert "نوشته" not in str(stored(minutes).body.raw_data)


def test_script_is_not_stored(minutes: Minutes) -> None:
    said = words(minutes)
    client = chief()
    client.post(place_of(minutes), said | {"body-0-value-heading": "<script>alert(1)</script>"})
    page = client.get(place("minutes", minutes.meeting)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
