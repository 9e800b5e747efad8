"""Meetings for measuring: one with all that a meeting can have, whose minutes are out, and a month
full of others."""

import datetime as dt

from django.utils import timezone
from home.demo.loading import Tree

from bench.councils import full_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import (
    attending,
    convening,
    itemising,
    minuting,
    resolving,
)
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Meeting,
    MeetingIndexPage,
    MeetingPage,
    Resolution,
)
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.meetings.states import ApprovedHow, Outcome
from wagtail_prcouncil.ui.languages import page_language

ITEMS, RESOLUTIONS = 30, 20
IN_A_MONTH = 20
SLUG = "everything"
LENGTH = dt.timedelta(hours=2)
AGO = dt.timedelta(days=40)
DISCUSSION = "گزارش دستگاه شنیده شد و اعضا دربارهٔ آن گفتند. "


def index_of(tree: Tree) -> MeetingIndexPage:
    """The list of meetings of the council of forty seats."""
    council = full_council(tree)
    known = MeetingIndexPage.objects.child_of(council).first()
    return known or council.add_child(
        instance=MeetingIndexPage(title="نشست‌ها", slug="meetings", locale=tree.fa)
    )


def full_meeting(tree: Tree) -> MeetingPage:
    """Made once, by the actions of its secretary; it does not grow with the news."""
    index = index_of(tree)
    known = MeetingPage.objects.child_of(index).filter(slug=SLUG).first()
    if known is not None:
        return known
    now = timezone.now()
    for number in range(IN_A_MONTH):
        _planned(tree, index, now + dt.timedelta(days=number % 5), slug=f"other-{number}")
    meeting = _planned(tree, index, now - AGO, slug=SLUG)
    items = [
        itemising.save_item(
            AgendaItem(meeting=meeting, title=f"بند شمارهٔ {number}"),
            version=_now(meeting).version,
        )
        for number in range(1, ITEMS + 1)
    ]
    itemising.finalise(meeting, version=_now(meeting).version)
    _hold(meeting)
    for item in items:
        itemising.settle_item(
            item,
            outcome=Outcome.NOTED,
            discussion=DISCUSSION * 3,
            version=AgendaItem.objects.get(pk=item.pk).version,
        )
    for item in items[:RESOLUTIONS]:
        text = f"مقرر شد کار {item.title} تا پایان سال به سرانجام برسد."
        resolving.save_resolution(
            Resolution(meeting=_now(meeting), item=item, text=text, by_consensus=True), version=1
        )
    _publish_minutes(meeting)
    return MeetingPage.objects.get(pk=meeting.page_id)


def month_of(tree: Tree) -> str:
    """The address of the month that it is, with the others in it."""
    index = index_of(tree)
    return f"{index.url}{path_of(today(), page_language(index))}"


def _planned(tree: Tree, index: MeetingIndexPage, at: dt.datetime, *, slug: str) -> Meeting:
    page = MeetingPage(title=f"نشست {slug}", slug=slug, live=False, locale=tree.fa)
    index.add_child(instance=page)
    page.save_revision().publish()
    meeting = Meeting.objects.get(page=page)
    notice = Notice(starts_at=at, ends_at=at + LENGTH)
    meeting = convening.set_notice(meeting, notice, version=meeting.version)
    return convening.announce(meeting, version=meeting.version)


def _hold(meeting: Meeting) -> None:
    """All seats are called; it took as long as was planned."""
    fresh = attending.prefill(meeting, version=_now(meeting).version)
    began, ended = fresh.starts_at, fresh.ends_at
    assert began is not None
    assert ended is not None
    convening.hold(fresh, started_at=began, ended_at=ended, version=_now(meeting).version)


def _publish_minutes(meeting: Meeting) -> None:
    convening.close(meeting, version=_now(meeting).version)
    minuting.draw_up(meeting, version=_now(meeting).version)
    until = today() + dt.timedelta(days=7)
    minuting.circulate(meeting, objections_until=until, version=_now(meeting).version)
    how = ApprovedHow.WRITTEN
    minuting.approve(meeting, how=how, on=today(), all_answered=True, version=_now(meeting).version)
    minuting.publish(meeting, version=_now(meeting).version)


def _now(meeting: Meeting) -> Meeting:
    """As the last step has left it."""
    return Meeting.objects.select_related("page", "council").get(pk=meeting.pk)
