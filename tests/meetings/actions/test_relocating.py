"""What those who were invited know of the place, and when they are told of another."""

from typing import Any

import pytest

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, to, waiting
from tests.meetings.making import announced, fresh, held, in_english, meeting, staffed_council
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import convening, relocating
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import Mode

JOIN = "https://join.example/secret"


@pytest.fixture
def council(site: SmallSite) -> CouncilPage:
    """A member and a guest are on its list."""
    page = staffed_council(site)
    recipient(page, "member@example.ir", seat(page))
    recipient(page, "guest@example.ir")
    return page


def noticed(one: Meeting, **words: Any) -> Meeting:
    stored = fresh(one)
    said: dict[str, Any] = {
        "starts_at": stored.starts_at,
        "ends_at": stored.ends_at,
        "mode": stored.mode,
    }
    said |= {"join_url": stored.join_url} | words
    return convening.set_notice(stored, Notice(**said), version=stored.version)


def rewritten(page: MeetingPage, **words: str) -> MeetingPage:
    """Published with other words."""
    stored = MeetingPage.objects.get(pk=page.pk)
    for name, text in words.items():
        setattr(stored, name, text)
    stored.save_revision().publish()
    return stored


def test_one_letter_for_one_save(council: CouncilPage) -> None:
    one = announced(council, venue="سالن مهر")
    noticed(one, mode=Mode.HYBRID, join_url=JOIN)
    assert to("relocated") == ["guest@example.ir", "member@example.ir"]
    assert waiting("join_changed") == []
    told = {message.to: message.text for message in waiting("relocated")}
    assert JOIN in told["member@example.ir"]
    assert JOIN not in told["guest@example.ir"]


def test_a_new_address_to_join_is_for_members(council: CouncilPage) -> None:
    one = announced(council)
    after = noticed(one, join_url=JOIN)
    assert to("join_changed") == ["member@example.ir"]
    assert JOIN in only("join_changed").text
    assert after.sequence == one.sequence + 1


def test_nothing_is_told_where_nothing_is_otherwise(council: CouncilPage) -> None:
    one = announced(council, venue="سالن مهر")
    noticed(one, livestream_url="https://live.example/")
    rewritten(one.page, summary="دربارهٔ چیزی دیگر")
    assert waiting("relocated") == waiting("join_changed") == []


def test_another_hall_is_told_once_the_page_is_published(council: CouncilPage) -> None:
    one = announced(council, venue="سالن مهر")
    before = fresh(one)
    draft = MeetingPage.objects.get(pk=one.page_id)
    draft.venue = "سالن ماه"
    revision = draft.save_revision()
    assert waiting("relocated") == []
    revision.publish()
    told = waiting("relocated")
    assert len(told) == 2
    assert all("سالن ماه" in message.text and "سالن مهر" in message.text for message in told)
    after = fresh(one)
    assert after.sequence == before.sequence + 1
    assert after.changed_at > before.changed_at
    assert after.version == before.version
    revision.publish()
    assert len(waiting("relocated")) == 2
    assert fresh(one).sequence == after.sequence


def test_the_same_hall_in_another_spelling(council: CouncilPage) -> None:
    one = announced(council, venue="سالن گردهمایی‌ها")
    rewritten(one.page, venue="سالن گردهمایی ها")
    assert waiting("relocated") == []


def test_each_learns_it_from_the_page_that_he_reads(council: CouncilPage, site: SmallSite) -> None:
    recipient(council, "english@example.com", language="en")
    one = announced(council, venue="سالن مهر")
    english = in_english(one, site)
    rewritten(english, venue="Mehr Hall")
    assert waiting("relocated") == []  # it is the first that this page says
    rewritten(english, venue="Mah Hall")
    assert to("relocated") == ["english@example.com"]
    assert "Before: in person, Mehr Hall" in only("relocated").text
    rewritten(one.page, venue="سالن ماه")
    assert len(waiting("relocated")) == 3


def test_only_those_who_were_invited_to_what_will_be(council: CouncilPage) -> None:
    planned, past = meeting(council, venue="سالن مهر"), held(council, venue="سالن مهر")
    off = announced(council, venue="سالن مهر")
    convening.postpone(off, reason="برف", version=off.version)
    for one in (planned, past, off):
        rewritten(one.page, venue="سالن ماه")
        noticed(one, mode=Mode.ONLINE, join_url=JOIN)
    assert waiting("relocated") == waiting("join_changed") == []


def test_what_a_new_time_told_is_not_told_again(council: CouncilPage) -> None:
    one = announced(council, venue="سالن مهر")
    convening.postpone(one, reason="برف", version=one.version)
    rewritten(one.page, venue="سالن ماه")
    off = fresh(one)
    assert off.starts_at is not None
    assert off.ends_at is not None
    convening.reschedule(
        off, starts_at=off.starts_at, ends_at=off.ends_at, reason="آمد", version=off.version
    )
    assert all("سالن ماه" in message.text for message in waiting("rescheduled"))
    relocating.follow_page(MeetingPage.objects.get(pk=one.page_id))
    assert waiting("relocated") == []
