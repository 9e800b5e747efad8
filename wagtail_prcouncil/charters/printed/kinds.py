"""What is printed of a charter, and by which keys the printing app knows it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion


class Print(models.TextChoices):
    """A paper; its name is that of its template and what keys of its files begin with."""

    CHARTER = "charter", _("Text")
    CERTIFICATE = "certificate", _("Certificate of signature")


def key_of_version(version: CharterVersion) -> str:
    """The text with its signatures: "charter:12:2" is the second version of charter 12."""
    return f"{prefix_of(version.charter_id)}{version.number}"


def prefix_of(charter_id: int) -> str:
    """What the keys of all texts of a charter begin with."""
    return f"{Print.CHARTER.value}:{charter_id}:"


def key_of_signature(signature: Signature) -> str:
    """Its certificate: "certificate:345"."""
    return f"{Print.CERTIFICATE.value}:{signature.pk}"
