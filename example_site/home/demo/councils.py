"""Councils of the demo: who sits where and since when, written by the actions that staff use.

Idempotent: a council that exists stays as an editor left it, with all that hangs on it.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from home.demo.body import stream
from home.demo.loading import Tree, translate
from home.demo.reading import FOLDER, BodyPart, Place
from home.demo.tables import made
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.actions.electing import (
    Record,
    Standing,
    announce,
    confirm,
    hold,
    set_candidates,
)
from wagtail_prcouncil.councils.actions.seating import save_seat, save_term
from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.models import (
    CouncilIndexPage,
    CouncilPage,
    Election,
    Seat,
    Term,
    UpperBody,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Capacity, FilledBy, Level, Method, QuorumKind, Role
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.persian.dates import parse_date

WHERE = "councils.toml"
WORDS = ("title", "short_name", "summary", "legal_basis", "secretariat", "secretariat_address")
PLAIN = ("level", "quorum_kind", "quorum_value", "telephone", "email")

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoCouncil:
    """A council, named as the page's fields; `…_en` for the translation. `mandate` is a sentence
    and what follows from it, point by point; agencies are codes of the register, `parent` is the
    slug of a council before it, days are Jalali."""

    slug: str
    title: str
    title_en: str
    founded: str
    mandate: tuple[str, ...]
    mandate_en: tuple[str, ...]
    short_name: str = ""
    short_name_en: str = ""
    summary: str = ""
    summary_en: str = ""
    level: str = Level.MINISTRY.value
    sector: str = ""
    province: str = ""
    parent: str = ""
    upper_bodies: Sequence[str] = ()
    legal_basis: str = ""
    legal_basis_en: str = ""
    secretariat: str = ""
    secretariat_en: str = ""
    secretariat_address: str = ""
    secretariat_address_en: str = ""
    telephone: str = ""
    email: str = ""
    quorum_kind: str = QuorumKind.MAJORITY.value
    quorum_value: int | None = None
    meeting_rhythm: str = ""
    meeting_rhythm_en: str = ""
    terms: Sequence[Sequence[str]] = ()
    seat: Sequence[Row] = ()
    election: Sequence[Row] = ()
    closed: Row | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoSeat:
    """A seat, and who sat there; `stays` in their order."""

    role: str = Role.MEMBER.value
    agency: str = ""
    label: str = ""
    label_en: str = ""
    is_voting: bool = True
    filled_by: str = FilledBy.APPOINTED.value
    since: str = ""
    until: str = ""
    stays: Sequence[Row] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoStay:
    """An appointment; `since` and `until` may be a year or a month alone."""

    who: str
    since: str
    until: str = ""
    capacity: str = Capacity.FULL.value
    basis: str = "letter"
    title: str = ""
    title_en: str = ""
    letter_number: str = ""
    letter_on: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoElection:
    """The election of the officer with that role. `candidates` are persons and the codes of their
    agencies; one that has no `held_on` is open, and was announced `days` ago."""

    role: str
    candidates: Sequence[tuple[str, str]]
    announced_on: str = ""
    days: int = 0
    held_on: str = ""
    votes: Sequence[int] = ()
    voters_present: int | None = None
    blank_votes: int = 0
    meeting_note: str = ""
    note: str = ""


def load_councils(tree: Tree) -> None:
    """The list of councils and the councils, after the register."""
    table = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))
    index = tree.place(CouncilIndexPage, tree.home, made(Place, table["list"], WHERE))
    for name, row in table["persons"].items():
        Person.objects.get_or_create(name=name, defaults=row)
    for row in table["council"]:
        council = made(DemoCouncil, row, WHERE)
        if not CouncilPage.objects.child_of(index).filter(slug=council.slug).exists():
            with transaction.atomic():
                _fill(_pages(council, index, tree), council, tree)


def _pages(council: DemoCouncil, index: CouncilIndexPage, tree: Tree) -> CouncilPage:
    """In both languages, published."""
    above = CouncilPage.objects.child_of(index).filter(slug=council.parent).first()
    facts = {
        **{name: getattr(council, name) for name in PLAIN},
        "slug": council.slug,
        "sector": tree.agencies.get(council.sector),
        "province": tree.provinces.get(council.province),
        "founded_on": parse_date(council.founded),
        "parent_council": above,
    }
    page = CouncilPage(**_words(council, "", tree), **facts, live=False, locale=tree.fa)
    index.add_child(instance=page)
    page.upper_bodies = [UpperBody(agency=tree.agencies[code]) for code in council.upper_bodies]
    page.save_revision().publish()
    english = CouncilPage(**_words(council, "_en", tree), **facts, live=False)
    translate(page, english, tree.en, index.get_translation(tree.en))
    english.save_revision().publish()
    return CouncilPage.objects.get(pk=page.pk)


def _words(council: DemoCouncil, suffix: str, tree: Tree) -> dict[str, object]:
    said = {name: getattr(council, f"{name}{suffix}") for name in (*WORDS, "meeting_rhythm")}
    first, *points = getattr(council, f"mandate{suffix}")
    body = [BodyPart(type="paragraph", text=first)]
    if points:
        body.append(BodyPart(type="list", items=tuple(points)))
    return said | {"mandate": stream(body, tree.library)}


def _fill(page: CouncilPage, council: DemoCouncil, tree: Tree) -> None:
    for number, (since, until) in enumerate(council.terms, 1):
        span = {"since": parse_date(since), "until": parse_date(until)}
        save_term(Term(council=page, number=number, **span))
    for row in council.seat:
        _seat(made(DemoSeat, row, f"{WHERE}, {council.slug}"), page, tree)
    for row in council.election:
        _elect(made(DemoElection, row, f"{WHERE}, {council.slug}"), page, tree)
    if council.closed:
        day = parse_date(council.closed["on"])
        reason, note = council.closed["reason"], council.closed["note"]
        close_council(page, on=day, reason=reason, note=note, by=None)


def _seat(written: DemoSeat, page: CouncilPage, tree: Tree) -> None:
    seat = save_seat(
        Seat(
            council=page,
            agency=tree.agencies.get(written.agency),
            role=written.role,
            label=written.label,
            label_en=written.label_en,
            is_voting=written.is_voting,
            filled_by=written.filled_by,
            since=_day(written.since),
            until=_day(written.until),
        )
    )
    for row in written.stays:
        stay = made(DemoStay, row, f"{WHERE}, {page.slug}")
        said = {
            name: getattr(stay, name)
            for name in ("capacity", "basis", "title", "title_en", "letter_number")
        }
        letter = Letter(_person(stay.who), _span(stay), **said, letter_on=_day(stay.letter_on))
        appoint(seat, letter)


def _elect(written: DemoElection, page: CouncilPage, tree: Tree) -> None:
    """As far as the file says: to the candidates, or until somebody is confirmed."""
    seat = Seat.objects.get(council=page, role=written.role)
    announced = _day(written.announced_on) or today() - dt.timedelta(days=written.days)
    election = announce(Election(seat=seat, announced_on=announced, note=written.note))
    standing = [Standing(_person(who), tree.agencies[code]) for who, code in written.candidates]
    election = set_candidates(election, standing, version=election.version)
    held_on = _day(written.held_on)
    if held_on is None:
        return
    keys = {row.person.name: row.pk for row in election.candidates.select_related("person")}
    counts = zip((who for who, _code in written.candidates), written.votes, strict=True)
    record = Record(
        held_on,
        Method.SECRET,
        written.voters_present,
        {keys[who]: votes for who, votes in counts},
        blank_votes=written.blank_votes,
        meeting_note=written.meeting_note,
        note=written.note,
    )
    election = hold(election, record, version=election.version)
    confirm(election, since=held_on, version=election.version)


def _person(name: str) -> Person:
    return Person.objects.filter(name=name).earliest("pk")


def _day(written: str) -> dt.date | None:
    return parse_date(written) if written else None


def _span(stay: DemoStay) -> Span:
    since = KnownDay.read(stay.since)
    if not stay.until:
        return Span.of(since.day, None, since.precision)
    until = KnownDay.read(stay.until)
    return Span.of(since.day, until.day, since.precision, until.precision)
