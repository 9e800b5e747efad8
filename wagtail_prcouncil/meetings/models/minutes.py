from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.fields import CanonicalTextField, OpenStreamField
from wagtail_prcouncil.meetings.blocks import MinutesBlock
from wagtail_prcouncil.meetings.models.meeting import Meeting


class Minutes(models.Model):
    """صورت‌جلسه: drawn up from the agenda, then written by a person.

    `made` says of each part that was drawn up, by the id of its block, what it came from, how it
    read and who reads it ({"source": "item:12", "mark": "…", "visibility": "public"}), so that
    drawing up again renews only what nobody has touched (`drafting`), and that readers see no part
    whose source is not public (`public.minutes`). In the language of the meeting's original.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    body = OpenStreamField(MinutesBlock(), verbose_name=_("minutes"), blank=True)
    made: Any = models.JSONField(default=dict, editable=False)
    drawn_up_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def holds_for(self) -> Meeting:
        """Whom an editor finds when the page cannot be deleted (rule A20)."""
        return self.meeting


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Remarks on circulated minutes."""

    def open(self) -> Self:
        """Those without an answer."""
        return self.filter(answered_at=None)


class Objection(models.Model):
    """اعتراض به صورت‌جلسه: a member's remark on circulated minutes, and what was answered.

    Minutes are not approved while one is open.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="objections")
    seat = models.ForeignKey(
        Seat, verbose_name=_("seat"), on_delete=models.PROTECT, related_name="objections"
    )
    text = CanonicalTextField(_("objection"))
    raised_at = models.DateTimeField(default=timezone.now)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer = CanonicalTextField(_("answer"), blank=True)
    is_granted = models.BooleanField(_("granted"), null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["raised_at", "pk"]

    def __str__(self) -> str:
        return f"{self.seat}: {self.text[:40]}"

    @property
    def holds_for(self) -> Meeting:
        """Whom an editor finds when the seat cannot be deleted (rule A20)."""
        return self.meeting
