"""What one line would do to who sits in a seat: somebody takes it, or more is said of a stay that
is known. Each raises CouncilError beside its column."""

from typing import Any, NamedTuple

from django.utils.translation import gettext

from wagtail_prcouncil.councils.actions.appointing import Letter, check_beside
from wagtail_prcouncil.councils.importing.columns import OF_LETTER
from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.importing.rows import Held, Home, Place, Rows
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import CouncilError, Stay
from wagtail_prcouncil.councils.spans import Span, followed
from wagtail_prcouncil.councils.states import HOLDING, Basis, Right
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.exchange.kinds import Outcome, as_json
from wagtail_prcouncil.exchange.states import LineState
from wagtail_prcouncil.pages.numerals import in_numerals

Values = dict[str, Any]


class Meant(NamedTuple):
    """What a line says, and the rows that it means; seat and person may be new."""

    said: Values
    home: Home
    place: Place
    person: Person
    agency: Agency | None

    def known(self) -> Held | None:
        """The stay of this person in this seat since this day, stored or of another line."""
        since = self.said["since"]
        for held in self.place.stays:
            span = held.stay.span
            same_day = KnownDay.stored(span.since, span.since_precision) == since
            if held.person is self.person and same_day:
                return held
        return None

    def over(self, written: Letter) -> Letter:
        """The letter as it will be: an empty cell leaves what is written."""
        words: Values = {name: self.said.get(name) or getattr(written, name) for name in OF_LETTER}
        if self.agency is not None:
            words["agency"] = self.agency if self.agency != self.place.seat.agency else None
        if self.said.get("until"):
            words["span"] = span_of(self.said)
        return written._replace(**words)


class Entry(NamedTuple):
    """A line that can be carried out: somebody in a seat, as the letter says."""

    place: Place
    letter: Letter
    held: Held


def span_of(said: Values) -> Span:
    since, until = said["since"], said.get("until")
    if until is None:
        return Span.of(since.day, None, since.precision)
    return Span.of(since.day, until.day, since.precision, until.precision)


def appointed(meant: Meant, rows: Rows, outcome: Outcome) -> Entry:
    """Somebody takes the seat: stays that would go on beside it end, in the plan."""
    home, place, person = meant.home, meant.place, meant.person
    letter = meant.over(Letter(person, span_of(meant.said)))
    if letter.basis == Basis.ELECTION:
        raise CouncilError(_by_election(), field="basis")
    ended = _ended(place, letter)
    stays = [ended.get(id(held), held.stay) for held in place.stays]
    check_beside(place.seat, letter, stays, home.votes_elsewhere(person, place))
    for held in place.stays:
        held.stay = ended.get(id(held), held.stay)
    name = gettext("%(person)s (line %(line)s)")
    shown = name % {"person": person.name_as_read(), "line": in_numerals(outcome.line)}
    stay = Stay(shown, letter.capacity, letter.span, person)
    made = Held(person, stay, letter=letter, line=outcome.line)
    outcome.state = LineState.NEW
    outcome.changes = [*_told(meant)]
    place.stays.append(made)
    home.know(place)
    rows.know(person)
    return Entry(place, letter, made)


def corrected(meant: Meant, known: Held, rows: Rows, outcome: Outcome) -> Entry:
    """What is stored of the stay, as the line has it."""
    row = known.row
    if row is None:
        raise ValueError("Only what is stored can be put right.")
    seat = meant.place.seat
    before = _letter(row)
    letter = meant.over(before)
    outcome.changes = _changes(before, letter, seat.agency)
    entry = Entry(meant.place, letter, known)
    if not outcome.changes:
        return entry
    _check_basis(row, letter)
    rows.rights.check(Right.CHANGE_APPOINTMENTS, meant.home.council, field="")
    others = [held.stay for held in meant.place.stays if held is not known]
    votes = meant.home.votes_elsewhere(row.person, meant.place)
    check_beside(seat, letter, others, votes, already=row.on_behalf_of)
    outcome.state = LineState.CHANGED
    known.stay = known.stay._replace(capacity=letter.capacity, span=letter.span)
    known.letter, known.line = letter, outcome.line
    return entry


def said_again(meant: Meant, known: Held, outcome: Outcome) -> Entry:
    """Of a stay that a line before makes or changes: it may say the same, and no more."""
    if known.letter is None:
        raise ValueError("Only what another line says can be said again.")
    letter = meant.over(known.letter)
    words = {"line": in_numerals(known.line)}
    if other := _changes(known.letter, letter, meant.place.seat.agency):
        sentence = gettext("Line %(line)s says something else of the same stay.") % words
        raise CouncilError(sentence, field=other[0][0])
    outcome.notes.append(("", gettext("Line %(line)s says the same.") % words))
    return Entry(meant.place, letter, known)


def _letter(row: Appointment) -> Letter:
    said = {name: getattr(row, name) for name in Letter._fields if name != "span"}
    return Letter(**said, span=row.span)


def _check_basis(row: Appointment, letter: Letter) -> None:
    if row.election_id is not None and letter.basis != Basis.ELECTION:
        sentence = gettext("An election that is kept here made this appointment.")
        raise CouncilError(sentence, field="basis")
    if letter.basis == Basis.ELECTION and row.basis != Basis.ELECTION:
        raise CouncilError(_by_election(), field="basis")


def _by_election() -> str:
    sentence = gettext(
        "This is given by confirming an election. Of one that is not kept here write: %(basis)s"
    )
    return sentence % {"basis": Basis.RECORD.label}


def _changes(before: Letter, after: Letter, agency: Agency | None) -> list[tuple[str, Any, Any]]:
    """Column, old and new; `agency` is the seat's, for which whoever sits there speaks unless the
    letter names another."""
    told = [
        *((name, getattr(before, name), getattr(after, name)) for name in OF_LETTER),
        ("agency_code", _code(before.agency or agency), _code(after.agency or agency)),
        ("until", _end_of(before.span), _end_of(after.span)),
    ]
    return [(name, as_json(old), as_json(new)) for name, old, new in told if old != new]


def _code(agency: Agency | None) -> str:
    return agency.code if agency else ""


def _end_of(span: Span) -> str:
    return str(KnownDay.stored(span.until, span.until_precision)) if span.until else ""


def _ended(place: Place, letter: Letter) -> dict[int, Stay]:
    if letter.capacity not in HOLDING:
        return {}
    found = {}
    for held in place.stays:
        if held.stay.capacity in HOLDING:
            span = followed(held.stay.span, letter.span, today())
            if span is not None:
                found[id(held)] = held.stay._replace(span=span)
    return found


def _told(meant: Meant) -> list[tuple[str, Any, Any]]:
    """Everything that a new stay says, and which seat and person it means."""
    said, seat = meant.said, meant.place.seat.name_as_read()
    told: Values = {
        "seat": gettext("New seat: %(seat)s") % {"seat": seat} if meant.place.is_new else seat,
        "name": _who(meant.person),
        "since": str(said["since"]),
        "until": str(said["until"]) if said.get("until") else "",
        **{name: as_json(said.get(name)) for name in ("agency_code", *OF_LETTER)},
    }
    return [(name, "", value) for name, value in told.items() if value]


def _who(person: Person) -> str:
    """Whether somebody of that name is taken for the one who is meant, is for people to see."""
    words = {"person": person.full_name_in("fa")}
    if person.pk is None:
        return gettext("New in the directory: %(person)s") % words
    return gettext("As in the directory: %(person)s") % words
