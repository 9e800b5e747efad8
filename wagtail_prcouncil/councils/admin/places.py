"""The lists of councils in the menu: how their addresses are called, and their headings."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Listing(NamedTuple):
    """A list of the menu."""

    name: str
    label: str | Promise

    def place(self, verb: str = "index", *keys: Any) -> str:
        """The address of one of its screens."""
        return reverse(f"{self.name}:{verb}", args=keys)

    def crumb(self) -> dict[str, Any]:
        """Above its screens."""
        return {"url": self.place(), "label": self.label}


SEAT_LIST = Listing("prcouncil_seats", _("Seats"))
APPOINTMENT_LIST = Listing("prcouncil_appointments", _("Appointments"))
TERM_LIST = Listing("prcouncil_terms", _("Terms"))
ELECTION_LIST = Listing("prcouncil_elections", _("Elections"))
