"""Members are invited."""

import pytest

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, to, waiting
from tests.meetings.making import announced, fresh, held, in_english, meeting, staffed_council
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.mailing.inviting import invite
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Kind
from wagtail_prcouncil.outbox.models import Message


def test_the_invitation_says_when_and_where_and_leads_to_the_page(site: SmallSite) -> None:
    page = staffed_council(site, title="شورای نمونه")
    recipient(page, "member@example.ir", seat(page))
    one = announced(page, title="نشست نوروزی", venue="تالار مرکزی")
    mail = only("invited")
    assert mail.about == f"meeting:{one.pk}"
    assert "نشست نوروزی" not in mail.subject
    assert "شورای نمونه" not in mail.subject
    for words in ("نشست نوروزی", "شورای نمونه", "تالار مرکزی", one.page.full_url):
        assert words in mail.text
        assert words in mail.html
    assert f"{one.page.full_url}meeting.ics\n" in mail.text
    assert 'dir="rtl"' in mail.html


def test_the_address_to_join_is_for_members(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.ir", seat(page))
    recipient(page, "guest@example.ir")
    one = meeting(page)
    one.join_url, one.mode = "https://call.example.ir/secret", "online"
    one.save()
    convening.announce(one, version=one.version)
    told = {mail.to: mail for mail in waiting("invited")}
    assert "call.example.ir/secret" in told["member@example.ir"].text
    assert "call.example.ir" not in told["guest@example.ir"].text + told["guest@example.ir"].html


def test_members_are_greeted_and_led_to_where_they_join(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.com", seat(page), language="en")
    one = meeting(page)
    one.join_url, one.mode = "https://call.example.ir/?a=1&b=2", "online"
    one.save()
    convening.announce(one, version=one.version)
    mail = only("invited")
    assert mail.text.startswith("Dear colleague,\n\nYou are invited")
    assert '<p style="margin:0 0 8px">Dear colleague,</p>' in mail.html
    assert '<a href="https://call.example.ir/?a=1&amp;b=2" dir="ltr"' in mail.html


def test_each_is_written_to_in_his_language(site: SmallSite) -> None:
    page = staffed_council(site, title="شورای نمونه")
    recipient(page, "en@example.com", language="en")
    one = meeting(page, title="نشست نوروزی")
    english = in_english(one, site, "Spring meeting")
    convening.announce(one, version=one.version)
    mail = only("invited")
    assert mail.subject.startswith("Invitation to meeting 1/14")
    assert "You are invited to this meeting:\n\nSpring meeting" in mail.text
    assert english.full_url in mail.text
    assert 'dir="ltr"' in mail.html


def test_the_same_meeting_is_told_once(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    recipient(page, "b@example.ir")
    invite(announced(page))
    assert to("invited") == ["a@example.ir", "b@example.ir"]


def test_what_is_rolled_back_is_told_to_nobody(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    one = meeting(page)
    one.starts_at = one.ends_at = None
    one.save()
    try:
        convening.announce(one, version=one.version)
    except convening.MeetingError:
        assert not Message.objects.exists()
    else:
        raise AssertionError("announced without a time")


def test_a_draft_page_is_not_linked(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    one = meeting(page)
    one.page.unpublish()
    convening.announce(one, version=one.version)
    assert "http" not in only("invited").text


def test_nobody_is_invited_to_what_is_past(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    held(page, days=-3)
    assert waiting() == []


def joint(one: Meeting, *councils: CouncilPage) -> Meeting:
    """The notice says with which councils it is held, and nothing else has changed."""
    now = fresh(one)
    kind = Kind.JOINT if councils else Kind.ORDINARY
    notice = convening.Notice(kind, now.mode, now.starts_at, now.ends_at, organisers=councils)
    return convening.set_notice(now, notice, version=now.version)


def test_a_council_that_joins_later_is_invited_once_and_alone(site: SmallSite) -> None:
    page, beside = staffed_council(site), staffed_council(site)
    for council, email in (
        (page, "a@example.ir"),
        (page, "both@example.ir"),
        (beside, "Both@example.ir"),
        (beside, "b@example.ir"),
    ):
        recipient(council, email)
    one = announced(page)
    assert to("invited") == ["a@example.ir", "both@example.ir"]
    for councils in ([beside], [beside], [], [beside]):
        joint(one, *councils)
        assert to("invited") == ["a@example.ir", "b@example.ir", "both@example.ir"]
    assert len(waiting()) == 3


@pytest.mark.parametrize("days", [-3, None], ids=["past", "planned"])
def test_to_what_is_past_or_planned_no_newcomer_is_invited(
    site: SmallSite, days: int | None
) -> None:
    page, beside = staffed_council(site), staffed_council(site)
    recipient(beside, "b@example.ir")
    joint(announced(page, days=days) if days else meeting(page), beside)
    assert not waiting()
