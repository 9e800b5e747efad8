"""Seats that somebody has to see to: vacant, soon to be, or held in a way that cannot last."""

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import SeatQuerySet
from wagtail_prcouncil.councils.states import Capacity
from wagtail_prcouncil.directory.models import Agency

SOON = dt.timedelta(days=60)
LONG = dt.timedelta(days=365)


class Matter(models.TextChoices):
    """Why a seat needs somebody."""

    VACANT = "vacant", _("vacant")
    EXPIRING = "expiring", _("its holder leaves within 60 days, nobody follows yet")
    AGENCY_CLOSED = "agency_closed", _("its agency is closed")
    LONG_ACTING = "long_acting", _("held by an acting head for more than a year")


def due_seats(seats: SeatQuerySet, day: dt.date) -> SeatQuerySet:
    """Of these seats those with a matter on that day, in councils that are open. Each is annotated
    with the truth of every `Matter` by its value."""
    is_open = Q(council__closed_on=None) | Q(council__closed_on__gte=day)
    told = seats.on(day).filter(is_open).annotate(**matters(day))
    any_of = Q()
    for matter in Matter:
        any_of |= Q(**{matter.value: True})
    return told.filter(any_of)


def matters(day: dt.date) -> dict[str, Any]:
    """When each `Matter` holds, by its value, as conditions on seats."""
    stays = Appointment.objects.holding().filter(seat=OuterRef("pk"))
    now = stays.on(day)
    follows = Exists(stays.filter(since__gt=day))
    return {
        Matter.VACANT.value: ~Exists(now),
        Matter.EXPIRING.value: Exists(now.filter(until__lte=day + SOON)) & ~follows,
        Matter.AGENCY_CLOSED.value: Exists(
            Agency.objects.filter(pk=OuterRef("agency"), closed_on__lte=day)
        ),
        Matter.LONG_ACTING.value: Exists(
            now.filter(capacity=Capacity.ACTING, since__lt=day - LONG)
        ),
    }
