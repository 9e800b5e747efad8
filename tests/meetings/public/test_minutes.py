"""Minutes as readers see them: no word of what is not for them."""

import uuid
from typing import Any

import pytest
from django.test import Client

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import approved, fresh, held, item, resolution, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import itemising, minuting
from wagtail_prcouncil.meetings.models import Meeting, MemberReport, Minutes
from wagtail_prcouncil.meetings.public.minutes import passages, published_passages
from wagtail_prcouncil.meetings.states import ReportState, Visibility

SECRETS = ("رازگفتار", "رازگزارش", "رازمصوبه", "رازاعضا", "رازتصمیم")


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    """With an item for everybody, one for members, and one that is closed, on which was reported
    and decided."""
    made = held(staffed_council(site))
    item(made, "بند همگانی", discussion="سخن همگانی")
    closed = item(made, "بند بسته", discussion="رازگفتار", visibility=Visibility.CLOSED)
    item(made, "بند اعضا", discussion="رازاعضا", visibility=Visibility.MEMBERS)
    MemberReport.objects.create(
        meeting=made,
        agency=agency(),
        item=closed,
        due_on=made.day,
        state=ReportState.ACCEPTED,
        text="رازگزارش",
    )
    for words in ("رازمصوبه", "رازتصمیم"):
        resolution(made, words, item=closed, visibility=Visibility.MEMBERS)
    resolution(made, "مصوبهٔ همگانی", visibility=Visibility.PUBLIC)
    return fresh(made)


def published(meeting: Meeting) -> Meeting:
    done = approved(meeting)
    return minuting.publish(done, version=done.version)


def read(meeting: Meeting) -> str:
    """All that readers are given."""
    told = published_passages(meeting)
    return "".join(one.heading + (one.block.render() if one.block else "") for one in told)


def rewritten(meeting: Meeting, change: Any) -> Meeting:
    """Drawn up, its blocks put through `change`, then published."""
    minutes = minuting.draw_up(meeting, version=meeting.version)
    minutes = Minutes.objects.get(pk=minutes.pk)
    body = change(list(minutes.body.raw_data))
    minuting.write(minutes, body, version=minutes.version)
    return published(fresh(meeting))


def test_readers_get_nothing_before_they_are_published(meeting: Meeting) -> None:
    done = approved(meeting)
    assert published_passages(done) == []
    assert any(one.block for one in passages(done.minutes))


def test_of_what_is_closed_the_title_alone(meeting: Meeting) -> None:
    told = read(published(meeting))
    assert "سخن همگانی" in told
    assert "بند بسته" in told
    assert "بند اعضا" not in told
    assert not [word for word in SECRETS if word in told]


def test_on_the_page_itself(meeting: Meeting, client: Client) -> None:
    page = client.get(published(meeting).page.url).content.decode()
    assert not [word for word in SECRETS if word in page]


def test_a_heading_that_an_editor_wrote_stays_closed_too(meeting: Meeting) -> None:
    def reveal(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for block in body:
            if block["value"].get("heading") == "بند بسته":
                block["value"] |= {"heading": "رازگفتار", "visibility": Visibility.PUBLIC}
        return body

    told = read(rewritten(meeting, reveal))
    assert "بند بسته" in told
    assert "رازگفتار" not in told


def test_a_copy_of_a_closed_section_is_closed(meeting: Meeting) -> None:
    """The editor's button for copies gives the copy an id that nothing is known of."""

    def double(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
        copies = [block | {"id": str(uuid.uuid4())} for block in body]
        return [*body, *copies]

    told = read(rewritten(meeting, double))
    assert told.count("سخن همگانی") == 2
    assert not [word for word in SECRETS if word in told]


def test_what_was_added_is_for_members_until_somebody_says_otherwise(meeting: Meeting) -> None:
    def add(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
        words = [("افزودهٔ بی‌گفته", {}), ("افزودهٔ همگانی", {"visibility": "public"})]
        for text, said in words:
            value = {"heading": "", "text": f"<p>{text}</p>"} | said
            body.append({"type": "section", "value": value, "id": str(uuid.uuid4())})
        return body

    told = read(rewritten(meeting, add))
    assert "افزودهٔ همگانی" in told
    assert "افزودهٔ بی‌گفته" not in told


def test_an_item_that_is_closed_after_they_were_drawn_up(meeting: Meeting) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    row = fresh(meeting).items.get(title="بند همگانی")
    row.visibility = Visibility.CLOSED
    itemising.save_item(row, version=row.version)
    sent = minuting.circulate(
        fresh(meeting), objections_until=today(), version=fresh(meeting).version
    )
    minuting.approve(sent, how="written", on=today(), all_answered=True, version=sent.version)
    told = read(minuting.publish(fresh(sent), version=fresh(sent).version))
    assert "سخن همگانی" not in told


def test_below_a_closed_item_nothing_is_open(meeting: Meeting) -> None:
    closed = fresh(meeting).items.get(title="بند بسته")
    item(meeting, "زیربند", parent=closed, discussion="رازگفتار")
    assert "رازگفتار" not in read(published(fresh(meeting)))


def test_resolutions_have_their_numbers_by_then(meeting: Meeting) -> None:
    told = [one.resolution for one in published_passages(published(meeting)) if one.resolution]
    assert [row.text for row in told] == ["مصوبهٔ همگانی"]
    assert told[0].number == 3


def test_the_page_of_the_minutes(meeting: Meeting, client: Client) -> None:
    page = client.get(f"{published(meeting).page.url}minutes/").content.decode()
    assert "سخن همگانی" in page
    assert "بند بسته" in page
    assert "۳/۱۴" in page
    assert not [word for word in SECRETS if word in page]
