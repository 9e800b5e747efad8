"""A report that was accepted becomes the beginning of something else: news, as a rule."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import ReportState, Visibility
from wagtail_prcouncil.pages.draft_targets import Draft, DraftTarget


def make_draft(
    report: MemberReport,
    target: DraftTarget,
    parent: Page,
    *,
    by: AbstractBaseUser | None = None,
) -> Page:
    """A draft below `parent`, with the words of the report and the agency as their source.

    Raises PermissionDenied for whoever may not change reports or may make none there, ConflictError
    for a report that is not accepted, MeetingError for one that is not for everybody.
    """
    require(by, Right.CHANGE_REPORTS, report.meeting.council)
    if report.state != ReportState.ACCEPTED:
        raise ConflictError(gettext("This report is not accepted."))
    if report.visibility != Visibility.PUBLIC or (
        report.item is not None and report.item.visibility != Visibility.PUBLIC
    ):
        raise MeetingError(gettext("This report is not for everybody."))
    words = Draft(report.title or str(report), report.text, report.agency_id)
    with transaction.atomic():
        page = target.make(parent, words, by=by)
        data = {"page": page.pk, "target": target.name}
        log(report, "prcouncil_meetings.make_draft", user=by, data=data)
    return page
