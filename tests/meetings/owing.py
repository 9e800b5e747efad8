"""Agencies that report, and what they are asked for, for tests."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.councils.staff import group_for, member_of
from tests.meetings.making import fresh, held
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.assigning import assign
from wagtail_prcouncil.meetings.actions.reporting import Answer, request_reports, submit
from wagtail_prcouncil.meetings.models import Assignment, Meeting, MemberReport, Reporter
from wagtail_prcouncil.meetings.rights import Right

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def paper(name: str = "گزارش.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def reporter_of(*agencies: Agency) -> Any:
    """A login that reports for these agencies and has no other right."""
    user = member_of(group_for(rights=[Right.SUBMIT_REPORTS]))
    for agency in agencies:
        Reporter.objects.create(user=user, agency=agency)
    return user


def agencies_at(council: CouncilPage) -> list[Agency]:
    """Those of its seats, in their order."""
    return [seat.agency for seat in council.seats.select_related("agency").order_by("pk")]


def requested(one: Meeting, *agencies: Agency, **said: Any) -> list[MemberReport]:
    """Reports that these agencies are asked for until tomorrow."""
    words: dict[str, Any] = {
        "due_on": today() + dt.timedelta(days=1),
        "version": fresh(one).version,
    }
    return request_reports(one, agencies, **(words | said))


def submitted(report: MemberReport, text: str = "متن گزارش", **said: Any) -> MemberReport:
    report = MemberReport.objects.get(pk=report.pk)
    return submit(report, Answer("عنوان گزارش", text, **said), version=report.version)


def assignment(one: Meeting, agency: Agency, *, days: int = 7, **said: Any) -> Assignment:
    """What the agency has to do within so many days; before today where they are negative."""
    words = {"task": "گزارش سه‌ماهه داده شود"} | said
    due_on = today() + dt.timedelta(days=days)
    return assign(Assignment(meeting=one, agency=agency, due_on=due_on, **words))


def meeting_that_was(council: CouncilPage, days: int = -40) -> Meeting:
    """Held so many days from now."""
    return held(council, days=days)


def task_place(name: str, row: Assignment) -> str:
    """The address of a screen of an assignment, for the secretary."""
    return reverse(f"prcouncil_assignments:{name}", args=[row.pk])


def owed_place(name: str, row: Any = None) -> str:
    """The address of a screen of an agency."""
    return reverse(f"prcouncil_owed:{name}", args=[row.pk] if row is not None else [])
