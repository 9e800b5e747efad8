"""Members of a council as a table that leaves the site."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


def _seat(stay: Appointment) -> str:
    return stay.seat.name_in(get_language() or "fa")


def _agency(stay: Appointment) -> str:
    agency = stay.on_behalf_of
    return agency.name_as_read() if agency else ""


def _agency_code(stay: Appointment) -> str:
    agency = stay.on_behalf_of
    return agency.code if agency else ""


MEMBERS = Table(
    _("members"),
    [
        Column(_("seat"), _seat),
        Column(_("role"), lambda stay: stay.seat.get_role_display()),
        Column(_("has a vote"), lambda stay: stay.seat.is_voting),
        Column(_("code of the agency"), _agency_code),
        Column(_("agency"), _agency),
        Column(_("honorific"), lambda stay: stay.person.honorific_prefix),
        Column(_("name"), lambda stay: stay.person.name),
        Column(_("name in English"), lambda stay: stay.person.name_en),
        Column(_("title"), lambda stay: stay.title),
        Column(_("title in English"), lambda stay: stay.title_en),
        Column(_("capacity"), lambda stay: stay.get_capacity_display()),
        DateColumn(_("from"), lambda stay: stay.since),
        Column(_("its first day is known"), lambda stay: stay.get_since_precision_display()),
        DateColumn(_("until"), lambda stay: stay.until),
        Column(
            _("its last day is known"),
            lambda stay: stay.get_until_precision_display() if stay.until else "",
        ),
        Column(_("basis"), lambda stay: stay.get_basis_display()),
    ],
    prepare=lambda stays: stays.select_related("person", "agency", "seat__agency"),
)
"""Who sits and sat there, in which seat, from when to when. Letters stay in the office."""
