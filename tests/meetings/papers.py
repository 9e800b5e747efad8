"""Private files of meetings, for tests."""

from typing import Any

from django.core.files.base import ContentFile

from tests.directory.making import agency
from tests.meetings.making import fresh, held, item, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Assignment,
    Evidence,
    FollowUp,
    ItemDocument,
    Meeting,
    MemberReport,
    ReportFile,
)
from wagtail_prcouncil.meetings.states import ReportState

WORDS = b"what only some may read"


def file(name: str = "گزارش.pdf") -> ContentFile:
    return ContentFile(WORDS, name=name)


def with_agenda(site: Any, **item_fields: Any) -> AgendaItem:
    """The one item of a published agenda, of a meeting that was held."""
    made = held(staffed_council(site))
    one = item(made, "بند", **item_fields)
    itemising.finalise(fresh(made), version=fresh(made).version)
    return AgendaItem.objects.get(pk=one.pk)


def document(one: AgendaItem) -> ItemDocument:
    return ItemDocument.objects.create(item=one, title="پیوست", file=file())


def report_file(one: AgendaItem | None, meeting: Meeting, **fields: Any) -> ReportFile:
    said = {"agency": agency(), "due_on": today(), "state": ReportState.ACCEPTED} | fields
    report = MemberReport.objects.create(meeting=meeting, item=one, **said)
    return ReportFile.objects.create(report=report, title="جدول", file=file())


def evidence(meeting: Meeting) -> Evidence:
    task = Assignment.objects.create(
        meeting=meeting, agency=agency(), task="کاری", due_on=today(), visibility="public"
    )
    note = FollowUp.objects.create(assignment=task, on=today(), text="شد", state=task.state)
    return Evidence.objects.create(follow_up=note, title="عکس", file=file())


def scanned(meeting: Meeting) -> Meeting:
    meeting.scan.save("صورت‌جلسه.pdf", file(), save=True)
    return meeting
