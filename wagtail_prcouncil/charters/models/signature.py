from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.uploads.private import PrivateFileField


class SignatureQuerySet(models.QuerySet["Signature"]):
    """Signatures by whether they stand."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_on=None)

    def in_order(self) -> Self:
        """As they were given."""
        return self.order_by("signed_on", "number")

    def with_people(self) -> Self:
        """With what a line says of them, without a query for each."""
        return self.select_related("person", "agency__province")


class Signature(models.Model):
    """امضا: a person for an agency, on one version. Recorded, never deleted: one that is taken
    back is withdrawn.

    `number` counts within the version and stands on the certificate. `title` is what the person
    was on that day. `seat` is the one by which the person spoke for the agency; without one the
    signature is a pledge, and says so. The letter is a scan, for secretaries alone (rule A21).
    """

    version = models.ForeignKey(CharterVersion, on_delete=models.PROTECT, related_name="signatures")
    number = models.PositiveIntegerField(_("number"))
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="signatures"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="signatures"
    )
    seat = models.ForeignKey(
        Seat,
        verbose_name=_("seat"),
        null=True,
        on_delete=models.PROTECT,
        related_name="signatures",
    )
    title = CanonicalCharField(_("title"), max_length=200, blank=True)
    title_en = CanonicalCharField(_("title in English"), max_length=200, blank=True)
    method = models.CharField(_("how"), max_length=20, choices=Method.choices)
    signed_on = models.DateField(_("signed on"))
    letter = PrivateFileField(_("scanned letter"), blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True)
    withdrawal_reason = CanonicalTextField(_("why it was withdrawn"), blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering: ClassVar[list[str]] = ["version", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "number"], name="prcouncil_signature_number"
            ),
            models.UniqueConstraint(
                fields=["version", "agency", "person"],
                condition=models.Q(withdrawn_on=None),
                name="prcouncil_signs_once",
            ),
            models.CheckConstraint(
                condition=models.Q(seat__isnull=False) | models.Q(method=Method.PLEDGE),
                name="prcouncil_unseated_pledges",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__gte=models.F("signed_on")),
                name="prcouncil_withdrawn_after",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["version", "agency"], name="prcouncil_signatures_of"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.agency})"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def is_unseated(self) -> bool:
        """Whether nobody knew a current appointment of the person for the agency."""
        return self.seat_id is None

    def title_in(self, language: str) -> str:
        return self.title if language.startswith("fa") else self.title_en or self.title
