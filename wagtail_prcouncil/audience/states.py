"""Spans of counting, and what a most read list is about."""

import datetime as dt
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Span(models.TextChoices):
    """How much time a count stands for."""

    HOUR = "hour", _("hour")
    DAY = "day", _("day")


class Scope(models.TextChoices):
    """Whose pages a most read list chooses from, always of one site and language."""

    SITE = "site", _("whole site")
    SECTION = "section", _("section")
    AGENCY = "agency", _("agency")
    PROVINCE = "province", _("province")
    COUNCIL = "council", _("council")


class Period(models.TextChoices):
    """How far a most read list looks back."""

    DAY = "day", _("24 hours")
    WEEK = "week", _("7 days")
    MONTH = "month", _("30 days")


LENGTHS = {
    Period.DAY: dt.timedelta(hours=24),
    Period.WEEK: dt.timedelta(days=7),
    Period.MONTH: dt.timedelta(days=30),
}


class About(NamedTuple):
    """What a most read list is about; `about_id` is 0 for the whole site."""

    site_id: int
    locale_id: int
    scope: Scope
    about_id: int = 0
