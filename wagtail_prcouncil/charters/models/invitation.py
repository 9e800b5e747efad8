import datetime as dt
import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.persian.dates import TEHRAN


def nonce() -> str:
    """What makes a link its own: nobody can guess it."""
    return secrets.token_urlsafe(24)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by what can still become of them."""

    def open(self) -> Self:
        """Those that can be signed today in Tehran."""
        return self.filter(state=InvitationState.OPEN, expires_on__gte=today())


class Invitation(models.Model):
    """An invitation to sign a version for an agency, by a link in a mail or by a member's login.

    The link carries the key and `nonce`, signed; it works once, until the end of `expires_on` in
    Tehran. Never public.
    """

    version = models.ForeignKey(
        CharterVersion, on_delete=models.PROTECT, related_name="invitations"
    )
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, default="fa")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="charter_invitations",
    )
    nonce = models.CharField(max_length=40, default=nonce, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=InvitationState.choices, default=InvitationState.OPEN
    )
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    expires_on: "models.DateField[dt.date, dt.date]" = models.DateField(_("can be used until"))
    settled_at = models.DateTimeField(null=True, editable=False)
    signature = models.OneToOneField(
        Signature, null=True, on_delete=models.PROTECT, related_name="invitation"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to sign")
        verbose_name_plural = _("invitations to sign")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-invited_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "agency", "person"],
                condition=models.Q(state=InvitationState.OPEN),
                name="prcouncil_invited_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=InvitationState.USED, signature__isnull=False)
                | (~models.Q(state=InvitationState.USED) & models.Q(signature=None)),
                name="prcouncil_used_is_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.agency})"

    @property
    def holds_for(self) -> Charter:
        """Whom an editor finds when the agency or the person cannot be deleted (rule A20)."""
        return self.version.charter

    @property
    def has_expired(self) -> bool:
        return self.state == InvitationState.OPEN and self.expires_on < today()

    @property
    def ended_with_version(self) -> bool:
        """Whether nobody took it back, but its version was superseded or repealed."""
        if self.state != InvitationState.REVOKED or self.settled_at is None:
            return False
        end = self.version.in_force_until
        return end is not None and self.settled_at.astimezone(TEHRAN).date() >= end
