"""What was done to rows of councils, in the table of Wagtail's own log.

Wagtail shows what was done to rows of a kind, with their names, to whoever has any permission on
that kind, and a secretary has his in some councils. So the log knows these rows as kinds on which
there are no permissions: the history of the site tells of them to superusers; secretaries find the
history of a row on its own screen. A log model of its own would not do: with a third one Wagtail's
report orders within a union, which SQLite refuses.
"""

from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry
from wagtail.models.audit_log import LogEntryQuerySet, ModelLogEntryManager

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.election import Election
from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.models.term import Term


class LoggedSeat(Seat):
    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name, verbose_name_plural = _("seat"), _("seats")


class LoggedTerm(Term):
    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name, verbose_name_plural = _("term"), _("terms")


class LoggedAppointment(Appointment):
    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name, verbose_name_plural = _("appointment"), _("appointments")


class LoggedElection(Election):
    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name, verbose_name_plural = _("election"), _("elections")


LOGGED: dict[type[Model], type[Model]] = {
    Seat: LoggedSeat,
    Term: LoggedTerm,
    Appointment: LoggedAppointment,
    Election: LoggedElection,
}
"""As what the log knows rows of each kind."""


def _logged(row: Model) -> type[Model]:
    """Of a site's own kind, too."""
    return next(LOGGED[kind] for kind in type(row).__mro__ if kind in LOGGED)


class CouncilHistoryManager(ModelLogEntryManager):
    """Entries about rows of councils."""

    def log_action(self, instance: Model, action: str, **kwargs: Any) -> ModelLogEntry:
        logged = _logged(instance)(pk=instance.pk)
        title = kwargs.pop("title", None) or str(instance)
        return super().log_action(logged, action, title=title, **kwargs)

    def for_instance(self, instance: Model) -> LogEntryQuerySet:
        kind = ContentType.objects.get_for_model(_logged(instance), for_concrete_model=False)
        return self.filter(content_type=kind, object_id=str(instance.pk))


class CouncilHistory(ModelLogEntry):
    """Who did what to a row of a council."""

    objects = CouncilHistoryManager()

    class Meta:
        proxy = True
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-timestamp", "-id"]
        verbose_name = _("history of a row of a council")
        verbose_name_plural = _("histories of rows of councils")
