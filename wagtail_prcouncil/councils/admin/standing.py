"""How an election stands, in words and as steps that can be taken next."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.places import ELECTION_LIST
from wagtail_prcouncil.councils.counting import ahead
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import (
    BEFORE_THE_VOTE,
    OPEN_PHASES,
    TRANSITIONS,
    Phase,
    Right,
    Verb,
)
from wagtail_prcouncil.pages.numerals import in_numerals

WAY = (Phase.ANNOUNCED, Phase.CANDIDATES, Phase.HELD, Phase.CONFIRMED)


class PhaseShown(NamedTuple):
    """A phase on the way from the announcement to the office."""

    label: str
    is_done: bool
    is_current: bool


class Step(NamedTuple):
    """Something that can be done now; `is_next` is what usually comes."""

    label: str | Promise
    url: str
    right: Right
    is_next: bool
    icon: str


class Count(NamedTuple):
    """A line of the table of votes, in words; `share` in per cent of the votes cast, for a bar."""

    name: str
    agency: str
    votes: str
    share: int
    is_ahead: bool
    is_elected: bool


class Standings:
    """Of one election."""

    def __init__(self, election: Election) -> None:
        self.election = election
        rows = election.candidates.select_related("person", "agency")
        self.candidates: list[Candidate] = list(rows)

    def phases(self) -> list[PhaseShown]:
        """The way, and how far it has been gone; of an annulled election, that it ended."""
        now = Phase(self.election.phase)
        if now == Phase.ANNULLED:
            return [PhaseShown(str(Phase.ANNULLED.label), False, True)]
        place = WAY.index(now)
        return [
            PhaseShown(str(phase.label), index < place, index == place)
            for index, phase in enumerate(WAY)
        ]

    def steps(self) -> list[Step]:
        """Those that the phase allows."""
        phase = self.election.phase
        if phase not in OPEN_PHASES:
            return []
        change, confirm = Right.CHANGE_ELECTIONS, Right.CONFIRM_ELECTIONS
        found = []
        if phase in BEFORE_THE_VOTE:
            is_next = not self.candidates
            label = _("Set the candidates") if is_next else _("Change the candidates")
            found.append(self._step("candidates", label, change, "group", is_next=is_next))
        if phase in TRANSITIONS[Verb.HOLD].before and self.candidates:
            label = _("Record the vote")
            found.append(self._step("vote", label, change, "edit", is_next=True))
        if phase in TRANSITIONS[Verb.CONFIRM].before:
            label = _("Confirm the result")
            found.append(self._step("confirm", label, confirm, "check", is_next=True))
            found.append(self._step("revise", _("Put the record right"), change, "rotate"))
        if phase in BEFORE_THE_VOTE:
            label = _("Correct the announcement")
            found.append(self._step("announcement", label, change, "edit"))
        found.append(self._step("annul", _("Annul"), confirm, "cross"))
        if self.election.held_on is None:
            found.append(self._step("delete", _("Delete"), Right.DELETE_ELECTIONS, "bin"))
        return found

    def counts(self) -> list[Count]:
        """Most votes first; blank and spoiled ones stand below, among the facts."""
        votes = {row.pk: row.votes for row in self.candidates}
        known = [row for row in self.candidates if row.votes is not None]
        leading = set(ahead(votes)) if known else set()
        cast = sum(row.votes or 0 for row in known) or 1
        ordered = sorted(self.candidates, key=lambda row: (-(row.votes or 0), row.pk))
        return [
            Count(
                row.person.name_as_read(),
                row.agency.name_as_read() if row.agency else "",
                "" if row.votes is None else in_numerals(row.votes),
                round(100 * (row.votes or 0) / cast),
                row.pk in leading,
                row.pk == self.election.elected_id,
            )
            for row in ordered
        ]

    def _step(
        self, name: str, label: Promise, right: Right, icon: str, *, is_next: bool = False
    ) -> Step:
        url = ELECTION_LIST.place(name, self.election.pk)
        return Step(label, url, right, is_next, icon)
