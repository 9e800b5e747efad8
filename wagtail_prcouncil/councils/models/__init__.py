"""Councils, their seats, and who fills them."""

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.election import Candidate, Election
from wagtail_prcouncil.councils.models.history import LOGGED, CouncilHistory
from wagtail_prcouncil.councils.models.index import (
    AbstractCouncilIndexPage,
    CouncilIndexMixin,
    CouncilIndexPage,
)
from wagtail_prcouncil.councils.models.page import (
    AbstractCouncilPage,
    CouncilMixin,
    CouncilPage,
    UpperBody,
)
from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.models.term import Term

__all__ = [
    "LOGGED",
    "AbstractCouncilIndexPage",
    "AbstractCouncilPage",
    "Appointment",
    "Candidate",
    "CouncilHistory",
    "CouncilIndexMixin",
    "CouncilIndexPage",
    "CouncilMixin",
    "CouncilPage",
    "Election",
    "Seat",
    "Term",
    "UpperBody",
]
