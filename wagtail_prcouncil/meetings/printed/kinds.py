"""What is printed of a meeting, and for whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NAME = "meeting"
"""What keys of printed files begin with."""


class Print(models.TextChoices):
    """A paper of the pack; each name is that of its template."""

    INVITATION = "invitation", _("Invitation")
    AGENDA = "agenda", _("Agenda")
    ATTENDANCE = "attendance", _("Attendance sheet")
    MINUTES = "minutes", _("Minutes")
    RESOLUTIONS = "resolutions", _("Resolutions")


class Audience(models.TextChoices):
    """For whom it is: members get all of it, readers what they may see on the meeting's page."""

    MEMBERS = "members", _("for members")
    READERS = "readers", _("for readers")


FOR_READERS = (Print.AGENDA, Print.MINUTES, Print.RESOLUTIONS)
"""Of these there is one for everybody, too."""


def key_of(meeting_id: int, kind: Print, audience: Audience) -> str:
    """By which the printing app knows a paper: "meeting:12:minutes:members"."""
    return f"{NAME}:{meeting_id}:{kind.value}:{audience.value}"
