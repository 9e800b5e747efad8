"""A year of a council: four meetings, one of them joint, one moved, and one that was called off;
what was decided, who has to do what, and what became of it, as readers see it."""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from tests.councils.making import election, person, seat
from tests.making import small_site
from tests.meetings.making import (
    A_DAY,
    AN_HOUR,
    announced,
    fresh,
    item,
    meeting_index,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment, requested, submitted
from wagtail_prcouncil.councils.actions import electing
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Method, Phase, Role
from wagtail_prcouncil.meetings.actions import (
    attending,
    carrying,
    convening,
    itemising,
    minuting,
    reporting,
    resolving,
)
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import Assignment, Meeting, MemberReport, Resolution
from wagtail_prcouncil.meetings.states import (
    ApprovedHow,
    ItemKind,
    Kind,
    MinutesStatus,
    Outcome,
    Status,
)
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

DECIDED = ("گزارش‌ها ماهانه منتشر شود", "نشانی‌ها یکی شود", "دبیرخانه نوسازی شود")


@dataclass
class Year:
    """`beside` holds one of the meetings together with `council`, and takes up what it decided."""

    council: CouncilPage
    beside: CouncilPage
    first: Meeting
    joint: Meeting
    moved: Meeting
    coming: Meeting
    off: Meeting
    elected: str

    def all(self) -> list[Meeting]:
        return [self.first, self.joint, self.moved, self.coming, self.off]


def convened(page: CouncilPage, days: int, title: str, items: tuple[str, ...]) -> Meeting:
    one = announced(page, days=days, title=title)
    for words in items:
        item(one, words, kind=ItemKind.REPORT)
    return itemising.finalise(fresh(one), version=fresh(one).version)


def take_place(one: Meeting, text: str) -> Meeting:
    """Everybody comes, all items are dealt with, something is decided; the minutes go round."""
    one = attending.prefill(fresh(one), version=fresh(one).version)
    assert one.starts_at is not None
    assert one.ends_at is not None
    began, ended = one.starts_at, one.ends_at
    one = convening.hold(one, started_at=began, ended_at=ended, version=one.version)
    for row in one.items.all():
        itemising.settle_item(row, outcome=Outcome.DECIDED, version=row.version)
    resolution(one, text, item=one.items.first())
    minuting.draw_up(fresh(one), version=fresh(one).version)
    until = today() + A_DAY
    return minuting.circulate(fresh(one), objections_until=until, version=fresh(one).version)


def approve(one: Meeting, later: Meeting) -> None:
    """In that later meeting; then everybody may read the minutes."""
    how = ApprovedHow.MEETING
    minuting.approve(fresh(one), how=how, approved_in=later, version=fresh(one).version)
    minuting.publish(fresh(one), version=fresh(one).version)


def report_to(one: Meeting) -> None:
    """An agency is asked, sends it back and forth, and is heard."""
    who = agencies_at(one.council)[0]
    (row,) = requested(one, who, due_on=one.day, item=one.items.first())
    submitted(row, "گزارش نیمه‌کاره")
    row = MemberReport.objects.get(pk=row.pk)
    reporting.give_back(row, note="جدول ندارد", version=row.version)
    submitted(row, "گزارش کامل با جدول")
    row = MemberReport.objects.get(pk=row.pk)
    reporting.accept(row, version=row.version)


def elect(page: CouncilPage, day: dt.date) -> str:
    """A secretary; the name of whoever it is."""
    place = seat(page, Role.SECRETARY, agency=None, is_voting=False)
    row = electing.announce(election(place, phase=Phase.ANNULLED, announced_on=day - 9 * A_DAY))
    who = agencies_at(page)[0]
    standing = [electing.Standing(person(), who), electing.Standing(person(), who)]
    row = electing.set_candidates(row, standing, version=row.version)
    counts = dict(zip(row.candidates.values_list("pk", flat=True), (1, 2), strict=True))
    record = electing.Record(day, Method.SECRET, 3, counts)
    row = electing.hold(row, record, version=row.version)
    return electing.confirm(row, since=day, version=row.version).person.name


@pytest.fixture
def year(db: None) -> Year:
    site = small_site()
    council = staffed_council(site, title="شورای روابط عمومی")
    beside = staffed_council(site, title="شورای اطلاع‌رسانی")
    first = convened(council, -60, "نشست نخست", ("گزارش سالانه",))
    report_to(first)
    first = take_place(first, DECIDED[0])
    joint = convened(council, -30, "نشست مشترک", ("نشانی‌ها",))
    words = Notice(
        kind=Kind.JOINT, starts_at=joint.starts_at, ends_at=joint.ends_at, organisers=[beside]
    )
    joint = convening.set_notice(joint, words, version=joint.version)
    joint = take_place(joint, DECIDED[1])
    approve(first, joint)
    moved = convened(council, -20, "نشست جابه‌جاشده", ("انتخاب دبیر",))
    moved = convening.postpone(moved, reason="تعمیر سالن", version=moved.version)
    start = timezone.now() - 10 * A_DAY
    moved = convening.reschedule(
        moved,
        starts_at=start,
        ends_at=start + AN_HOUR,
        reason="سالن آماده است",
        version=moved.version,
    )
    moved = take_place(moved, DECIDED[2])
    assert moved.day is not None
    elected = elect(council, moved.day)
    approve(joint, moved)
    off = convened(council, 3, "نشست لغوشده", ("هیچ",))
    off = convening.cancel(off, reason="تعطیل رسمی", version=off.version)
    give(first)
    coming = announced(council, days=7, title="نشست آینده")
    carrying.fill_matters_arising(coming, version=coming.version)
    itemising.finalise(fresh(coming), version=fresh(coming).version)
    first, joint, moved, coming, off = map(fresh, (first, joint, moved, coming, off))
    return Year(council, beside, first, joint, moved, coming, off, elected)


def give(one: Meeting) -> None:
    """Three things to do by what was decided: one is done, one is late, one has time."""
    row, agencies = one.resolutions.get(), agencies_at(one.council)[:3]
    for who, task, days in zip(
        agencies, ("کار انجام‌شده", "کار دیرشده", "کار در راه"), (-20, -5, 30), strict=True
    ):
        assignment(fresh(one), who, task=task, days=days, resolution=row)
    done = Assignment.objects.get(task="کار انجام‌شده")
    follow_up(done, text="فرستاده شد", verb=AssignmentVerb.FULFIL, version=done.version)


def read(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def events(page: CouncilPage) -> dict[str, Any]:
    found = Calendar.from_ical(read(f"{meeting_index(page).url}meetings.ics"))
    return {str(event["UID"]): event for event in found.walk("VEVENT")}


def test_numbers_run_without_a_gap(year: Year) -> None:
    def numbered(rows: Iterable[Meeting | Resolution]) -> bool:
        told = sorted((row.year or 0, row.number or 0) for row in rows)
        years = Counter(year for year, _number in told)
        return told == [(year, n + 1) for year in sorted(years) for n in range(years[year])]

    assert numbered(year.all())
    decided = Resolution.objects.adopted()
    assert decided.count() == 2
    assert numbered(decided)


def test_the_list_of_the_council(year: Year) -> None:
    page = read(meeting_index(year.council).url)
    assert all(one.page.title in page for one in year.all())
    assert year.joint.page.title in read(meeting_index(year.beside).url)
    assert year.first.page.title not in read(meeting_index(year.beside).url)


def test_each_meeting_says_what_became_of_it(year: Year) -> None:
    assert "گزارش کامل با جدول" in read(year.first.page.url)
    assert year.beside.title in read(year.joint.page.url)
    assert "تعمیر سالن" in read(year.moved.page.url)
    assert "تعطیل رسمی" in read(year.off.page.url)
    assert "کار دیرشده" in read(year.coming.page.url)
    assert "کار انجام‌شده" not in read(year.coming.page.url)
    assert year.elected in read(year.council.url)


def test_minutes_are_read_once_they_are_approved(year: Year) -> None:
    for one in (year.first, year.joint):
        assert one.minutes_status == MinutesStatus.PUBLISHED
        read(f"{one.page.url}minutes/")
    assert (year.first.approved_in, year.joint.approved_in) == (year.joint, year.moved)
    assert Client().get(f"{year.moved.page.url}minutes/").status_code == 404


def test_resolutions_on_the_page_and_as_a_table(year: Year) -> None:
    index = meeting_index(year.council).url
    page = read(f"{index}resolutions/")
    told = read(f"{index}resolutions.csv")
    rows = list(csv.reader(StringIO(told.removeprefix("\ufeff"))))
    assert len(rows) == 3
    for text in DECIDED[:2]:
        assert text in page
        assert any(text in row for row in rows)
    assert DECIDED[2] not in page + told


def test_the_calendar_that_people_subscribe_to(year: Year) -> None:
    found = events(year.council)
    assert set(found) == {str(one.key) for one in year.all()}
    assert found[str(year.off.key)]["STATUS"] == "CANCELLED"
    assert found[str(year.moved.key)]["STATUS"] == "CONFIRMED"
    assert year.moved.starts_at is not None
    start = found[str(year.moved.key)].decoded("DTSTART")
    assert abs(start - year.moved.starts_at) < dt.timedelta(seconds=1)
    assert set(events(year.beside)) == {str(year.joint.key)}


def test_what_is_late_is_told_until_it_is_done(year: Year) -> None:
    late = Assignment.objects.overdue()
    assert [row.task for row in late] == ["کار دیرشده"]
    row = late.get()
    follow_up(row, text="دیر، ولی شد", verb=AssignmentVerb.FULFIL, version=row.version)
    assert not Assignment.objects.overdue().exists()
    assert fresh(year.first).status == Status.HELD
    convening.close(fresh(year.first), version=fresh(year.first).version)


def test_what_was_sent_is_taken_up_and_decided_there(year: Year) -> None:
    row = year.joint.resolutions.get()
    sent = resolving.forward(row, year.beside, note="برای اجرا")
    assert year.beside.title in read(year.joint.page.url)
    there = convened(year.beside, -2, "نشست شورای دیگر", ("ارجاع",))
    made = resolving.take_up(sent, there, version=there.version)
    take_place(there, "چیزی دیگر")
    how, version = ApprovedHow.WRITTEN, fresh(there).version
    minuting.approve(fresh(there), how=how, on=today(), all_answered=True, version=version)
    minuting.publish(fresh(there), version=fresh(there).version)
    made.refresh_from_db()
    assert (made.number, made.origin) == (1, row)
    assert DECIDED[1] in read(f"{meeting_index(year.beside).url}resolutions/")
