"""Papers of meetings: files that lie where no web server finds them, and who reads them (rule A21).

A reader gets what he could read of on the meeting's page. Whoever keeps the council gets all that
it keeps, whoever reports for an agency what that agency sent.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db.models.fields.files import FieldFile

from wagtail_prcouncil.councils.scopes import scope_of
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.reporting import may_report_for
from wagtail_prcouncil.meetings.models import Evidence, ItemDocument, Meeting, ReportFile
from wagtail_prcouncil.meetings.public.agendas import Agenda
from wagtail_prcouncil.meetings.public.minutes import is_whole
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import MinutesStatus, ReportState, Visibility

KEEPERS = frozenset({Right.VIEW, Right.CHANGE, Right.SETTLE})


class Paper(NamedTuple):
    """A file, whether everybody may have it, and who else: whoever has one of `rights` in the
    council of the meeting, and whoever reports for `agency`."""

    file: FieldFile
    is_public: bool
    meeting: Meeting
    rights: frozenset[Right]
    agency: Agency | None = None

    def is_for(self, user: AbstractBaseUser) -> bool:
        council = self.meeting.council
        if any(scope_of(user, right).covers(council) for right in self.rights):
            return True
        return self.agency is not None and may_report_for(user, self.agency)


def paper(kind: str, key: int) -> Paper | None:
    """None where there is none. `kind` is one of `KINDS`."""
    found = KINDS[kind](key) if kind in KINDS else None
    return found if found and found.file else None


def _document(key: int) -> Paper | None:
    """Everybody's where the item stands in the agenda that readers see, and is not closed."""
    rows = ItemDocument.objects.select_related("item__meeting__council")
    row = rows.filter(pk=key).first()
    if row is None:
        return None
    meeting = row.item.meeting
    is_public = _is_readable(meeting) and _is_open(meeting, row.item_id)
    return Paper(row.file, is_public, meeting, KEEPERS)


def _report_file(key: int) -> Paper | None:
    """Everybody's once the report is accepted, if it is for everybody and its item is."""
    rows = ReportFile.objects.select_related("report__meeting__council", "report__agency")
    row = rows.filter(pk=key).first()
    if row is None:
        return None
    report = row.report
    is_public = (
        report.state == ReportState.ACCEPTED
        and report.visibility == Visibility.PUBLIC
        and _is_readable(report.meeting)
        and (report.item_id is None or _is_open(report.meeting, report.item_id))
    )
    rights = frozenset({Right.VIEW_REPORTS, Right.CHANGE_REPORTS})
    return Paper(row.file, is_public, report.meeting, rights, report.agency)


def _evidence(key: int) -> Paper | None:
    """Never everybody's."""
    needed = ("follow_up__assignment__meeting__council", "follow_up__assignment__agency")
    row = Evidence.objects.select_related(*needed).filter(pk=key).first()
    if row is None:
        return None
    assignment = row.follow_up.assignment
    rights = frozenset({Right.VIEW_ASSIGNMENTS, Right.CHANGE_ASSIGNMENTS})
    return Paper(row.file, False, assignment.meeting, rights, assignment.agency)


def _scan(key: int) -> Paper | None:
    """It shows all that stands in the minutes: everybody's once they are published, if there is
    nothing in them that readers do not get."""
    meeting = Meeting.objects.select_related("council", "page__locale").filter(pk=key).first()
    if meeting is None:
        return None
    is_public = (
        meeting.minutes_status == MinutesStatus.PUBLISHED
        and _is_readable(meeting)
        and is_whole(meeting)
    )
    return Paper(meeting.scan, is_public, meeting, KEEPERS)


KINDS: Mapping[str, Callable[[int], Paper | None]] = {
    "document": _document,
    "report": _report_file,
    "evidence": _evidence,
    "scan": _scan,
}


def _is_readable(meeting: Meeting) -> bool:
    return Meeting.objects.readable().filter(pk=meeting.pk).exists()


def _is_open(meeting: Meeting, item: int) -> bool:
    """Whether readers see the item, and more of it than its title."""
    return Agenda(meeting).is_open(item)
