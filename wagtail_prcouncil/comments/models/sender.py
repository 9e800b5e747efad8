"""What is known of senders: keys by which addresses are hashed, bans, links that were mailed."""

import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.fields import CanonicalCharField


def new_secret() -> bytes:
    return secrets.token_bytes(32)


class HashKey(models.Model):
    """The secret by which network addresses are hashed for a time. When it is deleted, nobody can
    tell any more which address a hash stood for, or whether two of different times were the same.

    `ends_at` is when a new one takes its place; times are UTC.
    """

    secret = models.BinaryField(_("secret"), default=new_secret, editable=False)
    begins_at = models.DateTimeField(_("from"), unique=True)
    ends_at = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("hash key")
        verbose_name_plural = _("hash keys")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.begins_at:%Y-%m-%d} – {self.ends_at:%Y-%m-%d}"


class BanQuerySet(models.QuerySet["Ban"]):
    def in_force(self) -> Self:
        return self.filter(until__gt=timezone.now())


class Ban(models.Model):
    """A sender whose comments are put at the end of the queue, marked, until a day.

    He is told nothing else than others are. A ban of a network address ends at the latest with the
    key by which it was hashed.
    """

    class Kind(models.TextChoices):
        ADDRESS = "address", _("network address")
        EMAIL = "email", _("email address")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    value = models.CharField(_("hash"), max_length=64, editable=False)
    until = models.DateTimeField(_("until"))
    why = CanonicalCharField(
        _("why"), max_length=200, help_text=_("For colleagues. Please no names, no quotes.")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "value"], name="prcouncil_banned_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value[:8]}"


class MailedLink(models.Model):
    """A link that was mailed to whoever asked for his own data. Opening it changes nothing; it
    works once, until `ends_at`. Neither the address nor the link's secret is stored, but their
    hashes."""

    class Purpose(models.TextChoices):
        OWN_DATA = "own_data", _("see, take away or erase one's own comments")

    purpose = models.CharField(_("for"), max_length=10, choices=Purpose.choices)
    secret_hash = models.CharField(_("secret, hashed"), max_length=64, unique=True)
    email_hash = models.CharField(_("email address, hashed"), max_length=64)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"))
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("mailed link")
        verbose_name_plural = _("mailed links")
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["email_hash", "made_at"], name="mailedlink_recent")
        ]

    def __str__(self) -> str:
        return self.secret_hash[:8]
