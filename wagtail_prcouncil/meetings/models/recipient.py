from collections.abc import Iterable
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.fields import CanonicalCharField, hand_over_or_go


class RecipientQuerySet(models.QuerySet["Recipient"]):
    """Addresses by whom they stand for."""

    def of_councils(self, keys: Iterable[UUID]) -> Self:
        """Of councils by the keys that all their languages share, and of seats that there still
        are."""
        gone = models.Q(seat__until__lt=today())
        return self.filter(council__translation_key__in=list(keys)).exclude(gone)

    def heads(self) -> Self:
        return self.filter(is_head=True)

    def for_everything(self) -> Self:
        """All but the heads of agencies."""
        return self.filter(is_head=False)


class Recipient(models.Model):
    """An address on a council's mailing list, in the language of its mail. Never public.

    One of a seat gets what that seat is asked for, too; one without gets what goes to all. The head
    of an agency is no member, and is told of what stays overdue there alone.
    """

    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_go,
        related_name="recipients",
    )
    seat = models.ForeignKey(
        Seat,
        verbose_name=_("seat"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="recipients",
    )
    name = CanonicalCharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=10, default="fa")
    is_head = models.BooleanField(
        _("head of the agency"),
        default=False,
        help_text=_("Is told of assignments that stay overdue, and of nothing else."),
    )
    # What was given up before then was sent to another address.
    address_since = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("mailing list")
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["council", "seat", "email"], name="prcouncil_recipient_once"
            ),
            models.UniqueConstraint(
                fields=["council", "email"],
                condition=models.Q(seat=None),
                name="prcouncil_recipient_of_all_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
