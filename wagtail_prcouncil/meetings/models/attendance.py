from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.states import THERE, Presence


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Who came."""

    def of_seats(self) -> Self:
        """Those of members; guests have no seat."""
        return self.exclude(presence=Presence.GUEST)

    def guests(self) -> Self:
        return self.filter(presence=Presence.GUEST)

    def there(self) -> Self:
        """Seats for which somebody came."""
        return self.filter(presence__in=THERE)

    def with_people(self) -> Self:
        """With what a line says of them, without a query for each."""
        return self.select_related("seat__agency", "person", "agency", "represented_by")


class Attendance(models.Model):
    """حضور: a seat in a meeting, and who filled it; or a guest.

    Evidence: nobody who is named here can be removed from the history. `title` and `agency` are
    those of the day, `has_vote` is whether the seat had one.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(
        Seat,
        verbose_name=_("seat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    appointment = models.ForeignKey(
        Appointment,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("on behalf of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    presence = models.CharField(
        _("attendance"), max_length=20, choices=Presence.choices, default=Presence.PRESENT
    )
    represented_by = models.ForeignKey(
        Person,
        verbose_name=_("represented by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="representations",
    )
    has_vote = models.BooleanField(_("has a vote"), default=False)
    name = CanonicalCharField(
        _("name"), max_length=200, blank=True, help_text=_("Of a guest who is not in the register.")
    )
    title = CanonicalCharField(_("title that day"), max_length=200, blank=True)
    title_en = CanonicalCharField(_("title in English"), max_length=200, blank=True)
    body = CanonicalCharField(_("body of the guest"), max_length=200, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="prcouncil_attends_once"),
            models.CheckConstraint(
                condition=models.Q(presence=Presence.GUEST, seat=None)
                | (~models.Q(presence=Presence.GUEST) & models.Q(seat__isnull=False)),
                name="prcouncil_guest_has_no_seat",
            ),
            models.CheckConstraint(
                condition=~models.Q(presence=Presence.REPRESENTED)
                | models.Q(represented_by__isnull=False),
                name="prcouncil_represented_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.name}: {self.get_presence_display()}"

    @property
    def holds_for(self) -> Meeting:
        """Whom an editor finds when the person cannot be deleted (rule A20)."""
        return self.meeting
