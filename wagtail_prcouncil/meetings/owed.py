"""What agencies owe to meetings, and whose it is to hand it in."""

from typing import Any

from django.db.models import QuerySet

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Assignment, MemberReport, Reporter
from wagtail_prcouncil.meetings.models.assignment import AssignmentQuerySet
from wagtail_prcouncil.meetings.models.report import MemberReportQuerySet
from wagtail_prcouncil.meetings.rights import Right


def agencies_of(user: Any) -> QuerySet[Agency]:
    """Those for which the login reports; none, and no query, without the right to."""
    if not (user.is_active and user.has_perm(Right.SUBMIT_REPORTS.value)):
        return Agency.objects.none()
    return Agency.objects.filter(pk__in=Reporter.objects.filter(user=user).values("agency"))


def reports_of(user: Any) -> MemberReportQuerySet:
    """Asked of these agencies, by their last day. Those of meetings that were called off, too:
    what was sent there stays readable."""
    rows = MemberReport.objects.for_agencies(agencies_of(user))
    return rows.select_related("agency", "item", "meeting__page", "meeting__council")


def assignments_of(user: Any) -> AssignmentQuerySet:
    """Given to these agencies, the most urgent first."""
    rows = Assignment.objects.for_agencies(agencies_of(user))
    needed = ("agency", "resolution", "meeting__page", "meeting__council")
    return rows.select_related(*needed).order_by("due_on", "pk")
