import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.fields import CanonicalTextField, hand_over_or_go, hand_over_or_hold
from wagtail_prcouncil.meetings.models.queryset import MeetingQuerySet
from wagtail_prcouncil.meetings.states import (
    OVER,
    TOLD,
    AgendaStatus,
    ApprovedHow,
    Axis,
    Kind,
    MinutesStatus,
    Mode,
    Status,
)
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.persian.jalali import in_tehran, to_jalali
from wagtail_prcouncil.uploads.private import PrivateFileField


class Meeting(models.Model):
    """What is so of a meeting, in no language: when, how, where it stands. OParl `Meeting`.

    One for all pages of a translation group; it hangs on their original (rule A18), and `key` is
    the one that they share. Only actions write it: the axes by `transitions.AXES`. Times are
    instants; `year` is the Jalali year of the planned day in Tehran when its number was given.
    """

    page = models.OneToOneField(
        "prcouncil_meetings.MeetingPage",
        verbose_name=_("page"),
        on_delete=hand_over_or_go,
        related_name="meeting",
    )
    key = models.UUIDField(unique=True, editable=False)
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="meetings",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ORDINARY)
    mode = models.CharField(_("held"), max_length=20, choices=Mode.choices, default=Mode.IN_PERSON)
    year = models.PositiveSmallIntegerField(_("Jalali year"), null=True, editable=False)
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    started_at = models.DateTimeField(_("began"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    provinces = models.ManyToManyField(
        Province, verbose_name=_("provinces that join from afar"), blank=True, related_name="+"
    )
    join_url = models.URLField(
        _("address to join"), blank=True, help_text=_("For members; readers do not see it.")
    )
    livestream_url = models.URLField(_("live stream"), blank=True)
    recording_url = models.URLField(_("recording"), blank=True)

    status = models.CharField(
        max_length=20, choices=Status.choices, default=Status.PLANNED, editable=False
    )
    agenda_status = models.CharField(
        max_length=20, choices=AgendaStatus.choices, default=AgendaStatus.NONE, editable=False
    )
    agenda_edition = models.PositiveIntegerField(default=0, editable=False)
    minutes_status = models.CharField(
        max_length=20, choices=MinutesStatus.choices, default=MinutesStatus.NONE, editable=False
    )
    # Of iCalendar (RFC 5545, 3.8.7.4): grows with each change of time, place or status.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # By language how and where, as those who were invited know: `actions.relocating` writes it.
    places: Any = models.JSONField(default=dict, editable=False)

    # As they were when it was held: seats and the rule may change afterwards.
    voting_seats = models.PositiveIntegerField(null=True, editable=False)
    quorum_due = models.PositiveIntegerField(null=True, editable=False)
    quorum_present = models.PositiveIntegerField(null=True, editable=False)

    objections_until = models.DateField(_("objections until"), null=True, editable=False)
    approved_in = models.ForeignKey(
        "self",
        verbose_name=_("approved in"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="approved_minutes_of",
    )
    approved_how = models.CharField(
        max_length=20, blank=True, editable=False, choices=ApprovedHow.choices
    )
    approved_on = models.DateField(_("approved on"), null=True, editable=False)
    scan = PrivateFileField(_("signed scan of the minutes"), blank=True)

    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering: ClassVar[list[str]] = ["-starts_at", "-pk"]
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("settle_meeting", "Can close meetings, approve and publish minutes"),
            ("export_meeting", "Can export meetings"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="prcouncil_meeting_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__gte=models.F("started_at")),
                name="prcouncil_meeting_real_time",
            ),
            models.UniqueConstraint(
                fields=["council", "year", "number"], name="prcouncil_meeting_number"
            ),
            models.CheckConstraint(
                condition=~models.Q(approved_in=models.F("id")),
                name="prcouncil_not_approved_in_itself",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["council", "-starts_at"], name="prcouncil_meetings_of"),
            models.Index(fields=["starts_at"], name="prcouncil_meeting_when"),
        ]

    def __str__(self) -> str:
        return self.page.title

    @property
    def is_told(self) -> bool:
        """Whether readers know of it."""
        return self.status in TOLD

    @property
    def is_over(self) -> bool:
        return self.status in OVER

    @property
    def status_for_readers(self) -> str:
        """In words. That a meeting was closed after it was held is a matter of the desk."""
        return str(Status.HELD.label if self.is_over else Status(self.status).label)

    @property
    def day(self) -> dt.date | None:
        """In Tehran: the day that it took place, else the one that is planned."""
        instant = self.started_at or self.starts_at
        return in_tehran(instant).date() if instant else None

    @property
    def jalali_year(self) -> int | None:
        return to_jalali(self.day).year if self.day else None

    @property
    def is_quorate(self) -> bool | None:
        """None where nobody has counted."""
        if self.quorum_due is None or self.quorum_present is None:
            return None
        return self.quorum_present >= self.quorum_due


class Organiser(models.Model):
    """A council that organises a joint meeting beside the one that leads it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="organisers")
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="joint_meetings",
    )

    class Meta:
        verbose_name = _("organising council")
        verbose_name_plural = _("organising councils")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "council"], name="prcouncil_organises_once"),
        ]

    def __str__(self) -> str:
        return self.council.title

    @property
    def holds_for(self) -> Meeting:
        """Whom an editor finds when the council cannot be deleted (rule A20)."""
        return self.meeting


class MeetingChange(models.Model):
    """A step on one of a meeting's axes: who took it, when and why. Kept for good; readers see of
    it that, since when and why a meeting was moved or cancelled.

    `starts_at` and `ends_at` are the times that stood there before.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="changes")
    axis = models.CharField(max_length=10, choices=Axis.choices)
    verb = models.CharField(max_length=20, choices=Verb.choices)
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = CanonicalTextField(blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("change of a meeting")
        verbose_name_plural = _("changes of meetings")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["at", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["meeting", "axis", "at"], name="prcouncil_meeting_history"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.get_verb_display()}"
