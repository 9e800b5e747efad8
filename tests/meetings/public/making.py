"""A meeting of which readers know much: moved once, held, with minutes that are published."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.test import RequestFactory

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import (
    A_DAY,
    announced,
    fresh,
    in_english,
    item,
    meeting_index,
    published,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions import attending, convening, itemising, resolving
from wagtail_prcouncil.meetings.actions.assigning import assign
from wagtail_prcouncil.meetings.actions.attending import Guest, Mark
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Assignment,
    Meeting,
    MeetingIndexPage,
    MeetingPage,
    MemberReport,
    Resolution,
)
from wagtail_prcouncil.meetings.public.sessions import MeetingSession
from wagtail_prcouncil.meetings.states import Presence, ReportState, Visibility

SECRETS = ("رازبسته", "رازاعضا", "رازگزارش", "رازمصوبه", "رازتکلیف")


@dataclass
class Told:
    """`moved_from` is when it was to begin before it was moved."""

    council: CouncilPage
    meeting: Meeting
    english: MeetingPage
    moved_from: dt.datetime
    agency: Agency

    @property
    def page(self) -> MeetingPage:
        return MeetingPage.objects.get(pk=self.meeting.page_id)

    @property
    def index(self) -> MeetingIndexPage:
        return meeting_index(self.council)


def anonymous(path: str = "/") -> HttpRequest:
    return RequestFactory().get(path, HTTP_HOST="localhost")


def session(page: MeetingPage) -> MeetingSession:
    found = MeetingSession.of(page, anonymous())
    assert found is not None
    return found


def agenda_of(made: Meeting) -> list[AgendaItem]:
    """An item with a part, a closed one with a part, one for members; then a second edition."""
    first = item(made, "گزارش طرح‌ها", title_en="Projects", label="۱", minutes_allotted=20)
    item(made, "الگوی گزارش", label="۱.۱", parent=first)
    closed = item(made, "بند بسته", label="۲", visibility=Visibility.CLOSED, background="رازبسته")
    item(made, "رازبسته", parent=closed)
    item(made, "رازاعضا", label="۳", visibility=Visibility.MEMBERS)
    itemising.finalise(fresh(made), version=fresh(made).version)
    item(made, "گوناگون", label="۴", minutes_allotted=10)
    itemising.amend(fresh(made), note="بند ۴ افزوده شد.", version=fresh(made).version)
    return list(made.items.in_order())


def told_meeting(site: SmallSite) -> Told:
    council = staffed_council(site, title="شورای روابط عمومی")
    made = announced(council, days=-20, title="نشست گزارش")
    moved_from = made.starts_at
    assert moved_from is not None
    start = moved_from + 10 * A_DAY
    made = convening.reschedule(
        made,
        starts_at=start,
        ends_at=start + dt.timedelta(hours=2),
        reason="تعمیر سالن",
        version=made.version,
    )
    items = agenda_of(made)
    reporting = agency(name="سازمان آب", name_en="Water Organisation")
    for text, row, who in (
        ("گزارش آب", items[0], Visibility.PUBLIC),
        ("رازگزارش", items[2], Visibility.PUBLIC),
        ("رازگزارش", None, Visibility.MEMBERS),
    ):
        MemberReport.objects.create(
            meeting=made,
            agency=reporting if text == "گزارش آب" else agency(),
            item=row,
            text=text,
            visibility=who,
            state=ReportState.ACCEPTED,
            due_on=made.day,
        )
    _hold(made)
    _decide(made, items[0], reporting)
    done = published(made)
    return Told(council, done, in_english(done, site, "Reporting"), moved_from, reporting)


def _hold(made: Meeting) -> None:
    made = attending.prefill(fresh(made), version=fresh(made).version)
    lines = list(made.attendances.of_seats().order_by("pk"))
    marks = {
        lines[0].pk: Mark(Presence.EXCUSED),
        lines[1].pk: Mark(Presence.REPRESENTED, lines[0].person),
    }
    made = attending.record(made, marks, version=made.version)
    attending.add_guest(made, Guest(name="مهمان نمونه", body="مجلس"), version=fresh(made).version)
    made = fresh(made)
    convening.hold(made, started_at=made.starts_at, ended_at=made.ends_at, version=made.version)  # type: ignore[arg-type]


def _decide(made: Meeting, about: AgendaItem, responsible: Agency) -> None:
    public = resolution(made, "ماهانه منتشر شود", text_en="Publish monthly", item=about)
    hidden = resolution(made, "رازمصوبه", visibility=Visibility.MEMBERS)
    for row, task, who in (
        (public, "فرستادن گزارش", Visibility.PUBLIC),
        (public, "رازتکلیف", Visibility.MEMBERS),
        (hidden, "رازتکلیف", Visibility.PUBLIC),
        (None, "فرستادن عکس‌ها", Visibility.PUBLIC),
    ):
        assign(
            Assignment(
                meeting=fresh(made),
                resolution=row,
                agency=responsible,
                task=task,
                due_on=today() - A_DAY,
                visibility=who,
            )
        )


def forwarded(row: Resolution, to: CouncilPage) -> Resolution:
    resolving.forward(row, to)
    return row
