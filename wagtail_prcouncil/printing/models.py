from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.printing.states import PrintState
from wagtail_prcouncil.uploads.private import PrivateFileField


class PrintedFileQuerySet(models.QuerySet["PrintedFile"]):
    """Printed files by what they show."""

    def of(self, key: str, language: str) -> Self:
        return self.filter(key=key, language=language)

    def waiting(self) -> Self:
        return self.filter(state=PrintState.WAITING)


class PrintedFile(models.Model):
    """A PDF of something that an app has registered, in one language; one for each.

    `key` names the thing ("meeting:12:minutes:members"), `fingerprint` the words that the file
    shows. While a new one waits to be made, the file is still the old one. `asked_by` and
    `asked_at` say who wanted it last, and when.
    """

    key = models.CharField(_("what it shows"), max_length=150)
    language = models.CharField(_("language"), max_length=20)
    state = models.CharField(
        _("state"), max_length=10, choices=PrintState.choices, default=PrintState.WAITING
    )
    file = PrivateFileField(_("file"), blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), null=True)
    taken_until = models.DateTimeField(_("being made until"), null=True)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0)
    error = models.CharField(_("last error"), max_length=200, blank=True)

    objects = PrintedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed file")
        verbose_name_plural = _("printed files")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "language"], name="prcouncil_printed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"

    def shows(self, fingerprint: str) -> bool:
        """Whether the file is there, and says what the print page says now."""
        return bool(self.file) and self.fingerprint == fingerprint
