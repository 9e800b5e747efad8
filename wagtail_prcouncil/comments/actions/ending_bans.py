"""Letting a ban end before its day."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.models import Ban


@transaction.atomic
def end_ban(ban: Ban, *, by: AbstractBaseUser) -> Ban:
    """Let the sender's next comments be treated as anybody's; those that were marked stay so.

    Raises PermissionDenied, and RefusedError for a ban that is over.
    """
    if not by.has_perm("prcouncil_comments.change_ban"):
        raise PermissionDenied
    now = timezone.now()
    if not Ban.objects.in_force().filter(pk=ban.pk).update(until=now):
        raise RefusedError(_("This ban is over already."))
    ban.until = now
    log(ban, "prcouncil_comments.end_ban", user=by)
    return ban
