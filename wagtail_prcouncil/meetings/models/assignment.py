import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil import conf
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.paper import AbstractPaper
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.states import UNDONE, AssignmentState, Visibility


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """What agencies have to do."""

    def undone(self) -> Self:
        return self.filter(state__in=UNDONE)

    def overdue(self, day: dt.date | None = None) -> Self:
        """Those not done whose last day is past: the one rule for pages, reports and mails. A
        blocked one can be overdue, too."""
        return self.undone().filter(due_on__lt=day or today())

    def to_escalate(self) -> Self:
        """Those overdue for so many days (ESCALATION_DAYS) that the agency's head is to be told,
        and was not. Told once: until the last day is another, or it is opened again."""
        day = today() - dt.timedelta(days=conf.escalation_days() - 1)
        return self.overdue(day).filter(escalated_at=None)

    def due_within(self, days: int) -> Self:
        """Those not done whose last day is today or one of the days after."""
        last = today() + dt.timedelta(days=days)
        return self.undone().filter(due_on__gte=today(), due_on__lte=last)

    def of_council(self, council: CouncilPage) -> Self:
        return self.filter(meeting__council__translation_key=council.translation_key)

    def for_agencies(self, agencies: "models.QuerySet[Agency]") -> Self:
        return self.filter(agency__in=agencies)


class Assignment(models.Model):
    """تکلیف: what an agency has to do by a day, from a meeting and as a rule from a resolution.

    `state` is written by `actions.assigning` alone; that it is overdue is computed, never stored.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="assignments")
    resolution = models.ForeignKey(
        Resolution,
        verbose_name=_("resolution"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("responsible agency"),
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    seat = models.ForeignKey(
        Seat,
        verbose_name=_("responsible seat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    task = CanonicalTextField(_("what is to be done"))
    task_en = CanonicalTextField(_("the same in English"), blank=True)
    due_on = models.DateField(_("due on"))
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=AssignmentState.choices,
        default=AssignmentState.OPEN,
        editable=False,
    )
    is_blocked = models.BooleanField(_("blocked"), default=False, editable=False)
    blocked_by = CanonicalCharField(_("by what"), max_length=300, blank=True, editable=False)
    done_on = models.DateField(_("done on"), null=True, editable=False)
    visibility = models.CharField(
        _("who reads of it"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    escalated_at = models.DateTimeField(null=True, editable=False)
    # Of which due date, and how near: `mailing.reminding` writes it, so that each goes once.
    last_reminder = models.CharField(max_length=20, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state=AssignmentState.DONE) | Q(done_on__isnull=False),
                name="prcouncil_done_on_a_day",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "due_on"], name="prcouncil_assignment_due"),
            models.Index(fields=["agency", "state", "due_on"], name="prcouncil_assignments_of"),
        ]

    def __str__(self) -> str:
        return self.task[:80]

    @property
    def is_overdue(self) -> bool:
        return self.state in UNDONE and self.due_on < today()

    def task_in(self, language: str) -> str:
        return self.task if language.startswith("fa") else self.task_en or self.task


class FollowUp(models.Model):
    """پیگیری: a dated note on an assignment: how far it is, what holds it up, that it is done."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="follow_ups")
    on = models.DateField(_("day"))
    text = CanonicalTextField(_("note"))
    state = models.CharField(max_length=20, choices=AssignmentState.choices)
    is_blocked = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["on", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def holds_for(self) -> Assignment:
        """Whom an editor finds when something cannot be deleted (rule A20)."""
        return self.assignment


class Evidence(AbstractPaper):
    """A file that shows what a follow-up says; for members (rule A21)."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="evidence")

    class Meta(AbstractPaper.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
