from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.exchange.kinds import Line, Outcome, Step, installed
from wagtail_prcouncil.exchange.states import LineState, RunState


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Imports, the latest first."""

    def of_kind(self, name: str) -> Self:
        return self.filter(kind=name)

    def light(self) -> Self:
        """Without their lines and reports, for listings."""
        return self.defer("lines", "report", "steps")


class ImportRun(models.Model):
    """A file that was read, what its lines would do, and how far they have been applied.

    Written by actions only. `report` is the last check's; `steps` are its changes in their order,
    and `next_step` the first that is still to do: each batch is applied in one transaction with
    its advance.
    """

    kind = models.CharField(_("what is imported"), max_length=50)
    file_name = models.CharField(_("file"), max_length=255)
    state = models.CharField(
        _("status"), max_length=20, choices=RunState.choices, default=RunState.CHECKED
    )
    lines = models.JSONField(_("lines as read"))
    unknown_headings = models.JSONField(_("unknown headings"), default=list)
    report = models.JSONField(_("report by line"), default=list)
    counts = models.JSONField(_("lines by outcome"), default=dict)
    steps = models.JSONField(_("changes in their order"), default=list)
    next_step = models.PositiveIntegerField(_("changes applied"), default=0)
    failure = models.TextField(_("why it stopped"), blank=True)
    checked_at = models.DateTimeField(_("checked at"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started at"), null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("ended at"), null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering: ClassVar[list[str]] = ["-checked_at", "-pk"]
        default_permissions = ()  # who may import is the kind's to say

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_applicable(self) -> bool:
        """Whether it may start: no line has an error that matters to others, and one at least
        changes something."""
        waiting = self.state == RunState.CHECKED and bool(self.steps)
        return waiting and (self.leaves_errors_out or not self.counts.get(LineState.ERROR))

    @property
    def leaves_errors_out(self) -> bool:
        """Whether lines with errors keep the others from nothing."""
        kind = installed().get(self.kind)
        return kind is not None and kind.leaves_errors_out

    @property
    def is_cleared(self) -> bool:
        """Whether it is so old that only its counts are left."""
        return bool(self.counts) and not self.report

    @property
    def read_lines(self) -> list[Line]:
        return [Line(**line) for line in self.lines]

    @property
    def outcomes(self) -> list[Outcome]:
        return [Outcome(**outcome) for outcome in self.report]

    @property
    def read_steps(self) -> list[Step]:
        return [Step(*step) for step in self.steps]

    def count(self, state: str) -> int:
        return int(self.counts.get(state, 0))
