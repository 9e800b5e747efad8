"""A meeting with something on every paper, for tests."""

from tests.making import SmallSite
from tests.meetings.making import fresh, held, item, published, resolution, staffed_council
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.printed.kinds import Audience, Print
from wagtail_prcouncil.meetings.printed.papers import meeting_of, paper

SECRET = "فقط برای اعضا"


def full(site: SmallSite) -> Meeting:
    """Held; its agenda and minutes are published."""
    one = held(staffed_council(site), venue="سالن مهر")
    one.join_url = "https://join.example/secret"
    one.save()
    first = item(one, "گزارش استان‌ها", label="۱", minutes_allotted=20)
    item(one, "جزء", parent=first, label="۱-۱")
    item(one, SECRET, visibility="members")
    itemising.finalise(fresh(one), version=fresh(one).version)
    resolution(one, "مقرر شد سامانه راه‌اندازی شود", item=first)
    resolution(one, f"مصوبهٔ {SECRET}", visibility="members")
    return published(one)


def printed(one: Meeting, kind: Print, audience: Audience, language: str = "fa") -> str | None:
    """As the database has it now."""
    meeting = meeting_of(one.pk)
    assert meeting is not None
    return paper(meeting, kind, audience, language)
