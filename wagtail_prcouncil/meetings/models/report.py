from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.paper import AbstractPaper
from wagtail_prcouncil.meetings.states import OVER, ReportKind, ReportState, Status, Visibility


class MemberReportQuerySet(models.QuerySet["MemberReport"]):
    """Reports of agencies to meetings."""

    def outstanding(self) -> Self:
        """Those that somebody waits for."""
        return self.filter(state__in=[ReportState.REQUESTED, ReportState.RETURNED])

    def awaited(self) -> Self:
        """Those outstanding for a meeting that can still be held."""
        return self.outstanding().exclude(meeting__status__in=[*OVER, Status.CANCELLED])

    def accepted(self) -> Self:
        return self.filter(state=ReportState.ACCEPTED)

    def for_agencies(self, agencies: "models.QuerySet[Agency]") -> Self:
        return self.filter(agency__in=agencies)


class MemberReport(models.Model):
    """گزارش دستگاه: what a member agency reports to a meeting, before a deadline.

    `state` is written by `actions.reporting` alone. `due_on` is the last day, in Tehran.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="reports")
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        related_name="member_reports",
    )
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("agenda item"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=ReportKind.choices, default=ReportKind.PERFORMANCE
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=ReportState.choices,
        default=ReportState.REQUESTED,
        editable=False,
    )
    due_on = models.DateField(_("due on"))
    title = CanonicalCharField(_("title"), max_length=200, blank=True)
    text = CanonicalTextField(_("report"), blank=True)
    visibility = models.CharField(
        _("who reads of it"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    requested_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Of which last day, and how near: `mailing.reminding` writes it, so that each goes once.
    last_reminder = models.CharField(max_length=20, blank=True, editable=False)
    return_note = CanonicalTextField(_("what is missing"), blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MemberReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("member report")
        verbose_name_plural = _("member reports")
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("submit_memberreport", "Can submit reports of the own agency"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "agency", "kind"], name="prcouncil_reports_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["agency", "state", "due_on"], name="prcouncil_reports_of"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.get_kind_display()}"


class ReportFile(AbstractPaper):
    """What an agency sends with its report (rule A21)."""

    report = models.ForeignKey(MemberReport, on_delete=models.CASCADE, related_name="files")

    class Meta(AbstractPaper.Meta):
        verbose_name = _("file of a report")
        verbose_name_plural = _("files of reports")


class Reporter(models.Model):
    """A login that reports for an agency, and sees of meetings what that agency owes."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="reports_for",
    )
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.CASCADE, related_name="reporters"
    )

    class Meta:
        verbose_name = _("agency reporter")
        verbose_name_plural = _("agency reporters")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "agency"], name="prcouncil_reporter_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.agency}"
