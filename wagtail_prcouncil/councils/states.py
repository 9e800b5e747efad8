"""Words of councils and seats, and how the election of an officer goes."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(StrEnum):
    """Permissions on rows of councils; each counts only for the councils that a scope covers."""

    VIEW_SEATS = "prcouncil_councils.view_seat"
    ADD_SEATS = "prcouncil_councils.add_seat"
    CHANGE_SEATS = "prcouncil_councils.change_seat"
    DELETE_SEATS = "prcouncil_councils.delete_seat"
    EXPORT = "prcouncil_councils.export_seat"
    VIEW_APPOINTMENTS = "prcouncil_councils.view_appointment"
    APPOINT = "prcouncil_councils.add_appointment"
    CHANGE_APPOINTMENTS = "prcouncil_councils.change_appointment"
    DELETE_APPOINTMENTS = "prcouncil_councils.delete_appointment"
    VIEW_TERMS = "prcouncil_councils.view_term"
    ADD_TERMS = "prcouncil_councils.add_term"
    CHANGE_TERMS = "prcouncil_councils.change_term"
    DELETE_TERMS = "prcouncil_councils.delete_term"
    VIEW_ELECTIONS = "prcouncil_councils.view_election"
    ADD_ELECTIONS = "prcouncil_councils.add_election"
    CHANGE_ELECTIONS = "prcouncil_councils.change_election"
    DELETE_ELECTIONS = "prcouncil_councils.delete_election"
    CONFIRM_ELECTIONS = "prcouncil_councils.confirm_election"


class Level(models.TextChoices):
    """How far a council reaches."""

    NATIONAL = "national", _("national")
    MINISTRY = "ministry", _("of a ministry")
    PROVINCE = "province", _("of a province")


class QuorumKind(models.TextChoices):
    """By what a quorum is counted; of the voting seats there are, vacant ones included."""

    MAJORITY = "majority", _("more than half of the voting seats")
    SHARE = "share", _("a share of the voting seats, in per cent")
    NUMBER = "number", _("a number of voting seats")


class CouncilEnd(models.TextChoices):
    """Why a council ended."""

    DISSOLVED = "dissolved", _("dissolved")
    MERGED = "merged", _("merged into another")
    EXPIRED = "expired", _("its mandate ended")


class Role(models.TextChoices):
    """What a seat is for; this is also their order on a council's page."""

    CHAIR = "chair", _("chair")
    VICE_CHAIR = "vice_chair", _("vice-chair")
    SECRETARY = "secretary", _("secretary")
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")


OFFICERS = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})
"""Who may be elected by the council itself."""

SINGLE = frozenset({Role.CHAIR, Role.SECRETARY})
"""Of these a council has one seat at a time."""


class FilledBy(models.TextChoices):
    """How a seat comes to its holder."""

    EX_OFFICIO = "ex_officio", _("ex officio")
    ELECTED = "elected", _("by election")
    APPOINTED = "appointed", _("by letter of the agency")


class Capacity(models.TextChoices):
    """As what a person sits. An acting head (سرپرست) holds the seat until somebody is appointed; a
    substitute (جانشین) stands in for the holder, who stays."""

    FULL = "full", _("full")
    ACTING = "acting", _("acting")
    SUBSTITUTE = "substitute", _("substitute")


HOLDING = frozenset({Capacity.FULL, Capacity.ACTING})
"""Of these a seat has one at a time, and the next closes the one before."""


class Basis(models.TextChoices):
    """What an appointment rests on."""

    LETTER = "letter", _("letter of appointment")
    EX_OFFICIO = "ex_officio", _("ex officio")
    ELECTION = "election", _("election")
    RECORD = "record", _("older records")


class Precision(models.TextChoices):
    """How exactly a day of the past is known; months and years are those of the Jalali calendar."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")


class Phase(models.TextChoices):
    """Where an election stands."""

    ANNOUNCED = "announced", _("announced")
    CANDIDATES = "candidates", _("candidates stand")
    HELD = "held", _("held")
    CONFIRMED = "confirmed", _("confirmed")
    ANNULLED = "annulled", _("annulled")


OPEN_PHASES = frozenset({Phase.ANNOUNCED, Phase.CANDIDATES, Phase.HELD})
"""Something is still to be done."""

BEFORE_THE_VOTE = frozenset({Phase.ANNOUNCED, Phase.CANDIDATES})
"""What was announced, and who stands, can still be changed."""


class Method(models.TextChoices):
    """How the council voted. By acclamation there is one candidate, and nothing to count."""

    SECRET = "secret", _("secret ballot")
    SHOW_OF_HANDS = "show_of_hands", _("show of hands")
    ACCLAMATION = "acclamation", _("acclamation")


class Verb(models.TextChoices):
    """What is done to an election."""

    OPEN = "open", _("open candidacy")
    HOLD = "hold", _("record the vote")
    REVISE = "revise", _("put the record right")
    CONFIRM = "confirm", _("confirm")
    ANNUL = "annul", _("annul")


class Transition(NamedTuple):
    """From where a verb leads to where, and the right that it asks for."""

    before: frozenset[str]
    after: str
    right: Right


TRANSITIONS: Mapping[str, Transition] = {
    Verb.OPEN: Transition(frozenset({Phase.ANNOUNCED}), Phase.CANDIDATES, Right.CHANGE_ELECTIONS),
    Verb.HOLD: Transition(frozenset({Phase.CANDIDATES}), Phase.HELD, Right.CHANGE_ELECTIONS),
    Verb.REVISE: Transition(frozenset({Phase.HELD}), Phase.CANDIDATES, Right.CHANGE_ELECTIONS),
    Verb.CONFIRM: Transition(frozenset({Phase.HELD}), Phase.CONFIRMED, Right.CONFIRM_ELECTIONS),
    Verb.ANNUL: Transition(OPEN_PHASES, Phase.ANNULLED, Right.CONFIRM_ELECTIONS),
}
