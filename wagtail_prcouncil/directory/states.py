"""Kinds of agencies, and why one ends: which reasons leave successors, and how many."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgencyKind(models.TextChoices):
    MINISTRY = "ministry", _("ministry")
    HEADQUARTERS_CENTRE = "headquarters_centre", _("headquarters centre")
    PROVINCIAL_DIRECTORATE = "provincial_directorate", _("provincial directorate")
    ORGANISATION = "organisation", _("organisation")
    BANK = "bank", _("bank")
    COMPANY = "company", _("company")
    UNIVERSITY = "university", _("university")
    OTHER = "other", _("other")


class Relation(models.TextChoices):
    """How an agency belongs to the one above it."""

    AFFILIATED = "affiliated", _("affiliated")
    SUBORDINATE = "subordinate", _("subordinate")


class PRKind(models.TextChoices):
    """How an agency does its public relations."""

    UNIT = "unit", _("PR unit")
    LIAISON = "liaison", _("PR liaison")


class ClosingReason(models.TextChoices):
    ABOLISHED = "abolished", _("abolished")
    MERGED = "merged", _("merged into another")
    REPLACED = "replaced", _("replaced by another")
    SPLIT = "split", _("split into several")
    LEFT = "left", _("left the ministry's register")


class Due(NamedTuple):
    """How many successors a reason asks for; `most` is None without an upper bound."""

    least: int
    most: int | None


SUCCESSORS_DUE: dict[str, Due] = {
    ClosingReason.ABOLISHED: Due(0, 0),
    ClosingReason.MERGED: Due(1, 1),
    ClosingReason.REPLACED: Due(1, 1),
    ClosingReason.SPLIT: Due(2, None),
    ClosingReason.LEFT: Due(0, 0),
}
