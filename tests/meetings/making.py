"""Meetings for tests."""

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from tests.councils.making import council, person, seat, sits
from tests.making import SmallSite, below, translated
from tests.staging import staged
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import attending, convening, itemising, minuting
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Meeting,
    MeetingIndexPage,
    MeetingPage,
    Resolution,
)
from wagtail_prcouncil.meetings.states import ApprovedHow

_numbers = count(1)
AN_HOUR = dt.timedelta(hours=1)
A_DAY = dt.timedelta(days=1)


@staged
def staffed_council(site: SmallSite, seats: int = 3, **fields: Any) -> CouncilPage:
    """A live council with so many voting seats, all held since long ago."""
    page = council(site, **fields)
    for _number in range(seats):
        sits(seat(page), person(), since=dt.date(2020, 3, 20))
    return page


@staged
def meeting_index(page: CouncilPage) -> MeetingIndexPage:
    """The council's list of meetings, live; made when it is missing."""
    found = MeetingIndexPage.objects.child_of(page).first()
    if found is None:
        found = below(page, MeetingIndexPage, title="نشست‌ها", slug="meetings")
        found.save_revision().publish()
    return MeetingIndexPage.objects.get(pk=found.pk)


@staged
def meeting(page: CouncilPage, *, days: int = 7, title: str = "نشست", **fields: Any) -> Meeting:
    """A planned meeting of that council, so many days from now (before now: negative), whose page
    is live."""
    index = meeting_index(page)
    made = below(index, MeetingPage, title=title, slug=f"meeting-{next(_numbers)}", **fields)
    made.save_revision().publish()
    found = Meeting.objects.get(page=made)
    start = timezone.now().replace(microsecond=0) + days * A_DAY
    found.starts_at, found.ends_at = start, start + 2 * AN_HOUR
    found.save()
    return found


def fresh(one: Meeting) -> Meeting:
    return Meeting.objects.get(pk=one.pk)


@staged
def announced(page: CouncilPage, **fields: Any) -> Meeting:
    made = meeting(page, **fields)
    return convening.announce(made, version=made.version)


@staged
def item(one: Meeting, title: str = "بند", **fields: Any) -> AgendaItem:
    made = AgendaItem(meeting=one, title=title, **fields)
    return itemising.save_item(made, version=fresh(one).version)


@staged
def held(page: CouncilPage, *, days: int = -10, **fields: Any) -> Meeting:
    """One that took place, with everybody there."""
    made = announced(page, days=days, **fields)
    made = attending.prefill(made, version=made.version)
    assert made.starts_at is not None
    assert made.ends_at is not None
    return convening.hold(
        made, started_at=made.starts_at, ended_at=made.ends_at, version=made.version
    )


@staged
def resolution(one: Meeting, text: str = "مقرر شد", **fields: Any) -> Resolution:
    from wagtail_prcouncil.meetings.actions.resolving import save_resolution

    return save_resolution(Resolution(meeting=one, text=text, **fields), version=1)


@staged
def circulated(one: Meeting) -> Meeting:
    minuting.draw_up(fresh(one), version=fresh(one).version)
    until = timezone.localdate() + 7 * A_DAY
    return minuting.circulate(fresh(one), objections_until=until, version=fresh(one).version)


@staged
def approved(one: Meeting) -> Meeting:
    """By written procedure, today, since all have answered."""
    sent = circulated(one)
    on, version = timezone.localdate(), sent.version
    minuting.approve(sent, how=ApprovedHow.WRITTEN, on=on, all_answered=True, version=version)
    return fresh(one)


@staged
def published(one: Meeting) -> Meeting:
    done = approved(one)
    return minuting.publish(done, version=done.version)


@staged
def in_english(one: Meeting, site: SmallSite, title: str = "Meeting") -> MeetingPage:
    """The meeting's English page, live, below English pages of its council and its list."""
    from tests.councils.making import in_english as council_in_english

    above = CouncilPage.objects.filter(
        translation_key=one.council.translation_key, locale=site.en
    ).first() or council_in_english(one.council, site)
    index = MeetingIndexPage.objects.get(pk=one.page.get_parent().pk)
    listed = MeetingIndexPage.objects.filter(
        translation_key=index.translation_key, locale=site.en
    ).first() or translated(index, above, site.en, title="Meetings", slug="meetings")
    return translated(one.page, listed, site.en, title=title, slug=one.page.slug)
