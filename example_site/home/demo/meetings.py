"""Meetings of the demo: a year of a council, written by the actions that its secretary uses.

Days are counted from the day of loading. Idempotent: a meeting that exists stays as it is.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from home.demo import meeting_papers as papers
from home.demo.loading import Tree, translate
from home.demo.meeting_days import put_back
from home.demo.reading import FOLDER, Place
from home.demo.tables import made
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.meetings.actions import attending, carrying, convening, itemising
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.meetings.states import Kind, Mode, Presence
from wagtail_prcouncil.outbox.actions.putting import withdraw_about
from wagtail_prcouncil.persian.dates import TEHRAN

WHERE = "meetings.toml"
STEPS = ("planned", "agenda", "announced", "circulated", "published")
START = dt.time(9, 30)

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoMeeting:
    """A meeting, named as the fields of page and facts; `…_en` for the translation. `days` from
    today; `postponed` says from which day and why, `cancelled` why. `item`s are as AgendaItem has
    them; resolutions name theirs by its place from 1, assignments their resolution."""

    slug: str
    council: str
    title: str
    title_en: str
    days: int
    upto: str
    summary: str = ""
    summary_en: str = ""
    venue: str = ""
    venue_en: str = ""
    kind: str = Kind.ORDINARY.value
    mode: str = Mode.IN_PERSON.value
    join_url: str = ""
    provinces: Sequence[str] = ()
    hours: int = 2
    postponed: Row | None = None
    cancelled: str = ""
    item: Sequence[Row] = ()
    later: Row | None = None
    amended: str = ""
    arising: bool = False
    resolution: Sequence[Row] = ()
    assignment: Sequence[Row] = ()
    report: Sequence[Row] = ()
    joint: Sequence[str] = ()

    def reaches(self, step: str) -> bool:
        return STEPS.index(self.upto) >= STEPS.index(step)


def load_meetings(tree: Tree) -> None:
    """The lists of meetings and the meetings, after the councils."""
    table = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))
    place = made(Place, table["list"], WHERE)
    for row in table["meeting"]:
        one = made(DemoMeeting, row, WHERE)
        council = CouncilPage.objects.get(slug=one.council, locale=tree.fa)
        index = tree.place(MeetingIndexPage, council, place)
        if not MeetingPage.objects.child_of(index).filter(slug=one.slug).exists():
            meeting = _pages(one, index, tree)
            _hold(meeting, one, tree)
            put_back(_now(meeting))
    # Nobody is written to about what is made up.
    keys = Meeting.objects.values_list("pk", flat=True)
    withdraw_about(f"meeting:{key}" for key in keys)


def _pages(one: DemoMeeting, index: MeetingIndexPage, tree: Tree) -> Meeting:
    """In both languages, published but for a planned one."""
    words = {"slug": one.slug, "live": False}
    page = MeetingPage(
        title=one.title, summary=one.summary, venue=one.venue, locale=tree.fa, **words
    )
    index.add_child(instance=page)
    english = MeetingPage(title=one.title_en, summary=one.summary_en, venue=one.venue_en, **words)
    translate(page, english, tree.en, index.get_translation(tree.en))
    for language in (page, english):
        revision = language.save_revision()
        if one.reaches("agenda"):
            revision.publish()
    return Meeting.objects.get(page=page)


def _hold(meeting: Meeting, one: DemoMeeting, tree: Tree) -> None:
    """As far as the file says."""
    meeting = _convene(meeting, one)
    items = [papers.write_item(meeting, row, tree) for row in one.item]
    if one.arising:
        carrying.fill_matters_arising(meeting, version=_now(meeting).version)
    if items and one.reaches("agenda"):
        itemising.finalise(meeting, version=_now(meeting).version)
    if one.later is not None:
        papers.write_item(meeting, one.later, tree)
        itemising.amend(meeting, note=one.amended, version=_now(meeting).version)
    if not one.reaches("agenda"):
        return
    convening.announce(meeting, version=_now(meeting).version)
    if one.postponed is not None:
        _move(meeting, one)
    if one.cancelled:
        convening.cancel(meeting, reason=one.cancelled, version=_now(meeting).version)
        return
    papers.ask_for_reports(_now(meeting), one.report, tree)
    if one.reaches("circulated"):
        _attend(meeting)
        papers.decide(_now(meeting), items, one.resolution, one.item)
        papers.settle(_now(meeting), is_published=one.reaches("published"))
        papers.follow(_now(meeting), one.resolution, one.assignment, tree)


def _convene(meeting: Meeting, one: DemoMeeting) -> Meeting:
    others = CouncilPage.objects.filter(slug__in=one.joint, locale=meeting.page.locale)
    days = one.postponed["from"] if one.postponed else one.days
    starts_at = _at(days)
    notice = Notice(
        kind=one.kind,
        mode=one.mode,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(hours=one.hours),
        organisers=list(others),
        provinces=list(Province.objects.filter(code__in=one.provinces)),
        join_url=one.join_url,
    )
    return convening.set_notice(meeting, notice, version=meeting.version)


def _move(meeting: Meeting, one: DemoMeeting) -> None:
    reason, starts_at = (one.postponed or {})["reason"], _at(one.days)
    convening.postpone(meeting, reason=reason, version=_now(meeting).version)
    ends_at = starts_at + dt.timedelta(hours=one.hours)
    convening.reschedule(
        meeting,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
        version=_now(meeting).version,
    )


def _attend(meeting: Meeting) -> None:
    """Everybody came but two; the meeting took as long as was planned."""
    fresh = attending.prefill(meeting, version=_now(meeting).version)
    lines = list(fresh.attendances.of_seats().filter(presence=Presence.PRESENT).order_by("pk"))
    missing = zip(lines[3:5], (Presence.EXCUSED, Presence.ABSENT), strict=False)
    marks = {line.pk: attending.Mark(presence) for line, presence in missing}
    fresh = attending.record(fresh, marks, version=fresh.version)
    guest = attending.Guest(name="مهمان نمونه", title="کارشناس", body="دانشگاه نمونه")
    attending.add_guest(fresh, guest, version=_now(meeting).version)
    fresh = _now(meeting)
    began, ended = fresh.starts_at, fresh.ends_at
    if began is not None and ended is not None:
        convening.hold(fresh, started_at=began, ended_at=ended, version=fresh.version)


def _at(days: int) -> dt.datetime:
    """In the morning, so many days from today, in Tehran."""
    return dt.datetime.combine(today() + dt.timedelta(days=days), START, tzinfo=TEHRAN)


def _now(meeting: Meeting) -> Meeting:
    """As the last step has left it."""
    return Meeting.objects.select_related("page", "council").get(pk=meeting.pk)
