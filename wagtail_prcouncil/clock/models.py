import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobRecordQuerySet(models.QuerySet["JobRecord"]):
    """Records by what may be done with them."""

    def due(self, now: dt.datetime) -> "JobRecordQuerySet":
        """Jobs whose time has come, and which nobody is running."""
        free = models.Q(held_until=None) | models.Q(held_until__lte=now)
        return self.filter(free, due_at__lte=now)


class JobRecord(models.Model):
    """What the clock knows of a job: when it is due, and how its last run ended.

    While a run goes on, `holder` names it and `held_until` says how long it is believed. Times
    are UTC.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    held_until = models.DateTimeField(_("held until"), null=True)
    holder = models.UUIDField(_("holder"), null=True)
    started_at = models.DateTimeField(_("last started at"), null=True)
    ended_at = models.DateTimeField(_("last ended at"), null=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    error = models.TextField(_("last error"), blank=True)

    objects = JobRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("job record")
        verbose_name_plural = _("job records")

    def __str__(self) -> str:
        return self.name


class Tick(models.Model):
    """When the clock last ticked: one row, the sign that somebody winds it."""

    THE_ONE = 1

    ticked_at = models.DateTimeField(_("ticked at"))

    class Meta:
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")

    def __str__(self) -> str:
        return self.ticked_at.isoformat(timespec="seconds")

    @classmethod
    def last(cls) -> dt.datetime | None:
        return cls.objects.filter(pk=cls.THE_ONE).values_list("ticked_at", flat=True).first()
