"""Where a printed file stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PrintState(models.TextChoices):
    WAITING = "waiting", _("will be made")
    DONE = "done", _("made")
    FAILED = "failed", _("could not be made")
