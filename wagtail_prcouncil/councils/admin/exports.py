"""Lists of councils as tables that leave the admin."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.reading import holder_as_read
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


def who_sits_there(seat: Seat) -> str:
    """Of a row read with `sitting_now`."""
    return "، ".join(holder_as_read(row) for row in seat.sitting_now)


def _for_whom(row: Appointment) -> str:
    agency = row.on_behalf_of
    return agency.name if agency else ""


SEATS = Table(
    _("council-seats"),
    [
        Column(_("council"), lambda row: row.council.title),
        Column(_("seat"), lambda row: row.name_as_read()),
        Column(_("role"), lambda row: row.get_role_display()),
        Column(_("agency"), lambda row: row.agency.name if row.agency else ""),
        Column(_("agency code"), lambda row: row.agency.code if row.agency else ""),
        Column(_("has a vote"), lambda row: row.is_voting),
        Column(_("filled"), lambda row: row.get_filled_by_display()),
        DateColumn(_("from"), lambda row: row.since),
        DateColumn(_("until"), lambda row: row.until),
        Column(_("who sits there today"), who_sits_there),
    ],
)

APPOINTMENTS = Table(
    _("council-appointments"),
    [
        Column(_("council"), lambda row: row.seat.council.title),
        Column(_("seat"), lambda row: row.seat.name_as_read()),
        Column(_("person"), lambda row: row.person.name),
        Column(_("name in English"), lambda row: row.person.name_en),
        Column(_("capacity"), lambda row: row.get_capacity_display()),
        Column(_("on behalf of"), _for_whom),
        Column(_("title"), lambda row: row.title),
        DateColumn(_("from"), lambda row: row.since),
        Column(_("its first day is known"), lambda row: row.get_since_precision_display()),
        DateColumn(_("until"), lambda row: row.until),
        Column(_("its last day is known"), lambda row: row.get_until_precision_display()),
        Column(_("basis"), lambda row: row.get_basis_display()),
        Column(_("number of the letter"), lambda row: row.letter_number),
        DateColumn(_("date of the letter"), lambda row: row.letter_on),
    ],
)
