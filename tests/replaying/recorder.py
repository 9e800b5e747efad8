"""Tapes of what was written, and the places in which they can be played.

A tape is good for a minute: the rows of a slow machine may be as old. Whoever plays it has played
those it follows, which are older, so that the order of times holds.
"""

import datetime as dt
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from django.conf import UserSettingsHolder, settings
from django.db import connection, models
from django.utils import timezone

from tests.replaying import counters, keeping
from tests.replaying.counters import Counters
from tests.replaying.keys import NoKeyError

A_MINUTE = dt.timedelta(minutes=1)
WRITES = {"INSERT", "UPDATE", "DELETE"}
LEAVES_ALL = {"BEGIN", "SELECT", "SAVEPOINT", "RELEASE"}
# To log in: nothing that tests begin with asks who has a session.
LOGIN = re.compile(r'INSERT INTO "django_session" |UPDATE "auth_user" SET "last_login" = [^,]+$')


@dataclass
class Heard:
    """A statement as it was sent; `many`: once for each of what is given."""

    statement: str
    given: Any
    many: bool

    def run(self) -> None:
        with connection.cursor() as cursor:
            (cursor.executemany if self.many else cursor.execute)(self.statement, self.given)


@dataclass
class Place:
    """A known state of the database: the small site, or what a tape has made of a known state."""

    tapes: dict[Any, "Tape"] = field(default_factory=dict)
    counters: Counters | None = None


@dataclass
class Tape:
    """What a function has done in the place where it was called."""

    kind: type[models.Model]
    pk: Any
    began_at: dt.datetime
    heard: list[Heard]
    counters_before: Counters
    after_commit: list[tuple[Callable[[], Any], bool]]
    held: keeping.Held
    gone: set[str]
    leads_to: Place

    def is_young(self) -> bool:
        return self.began_at <= timezone.now() < self.began_at + A_MINUTE

    def play(self) -> None:
        counters.put_back(self.counters_before)
        for heard in self.heard:
            heard.run()
        for then, may_fail in self.after_commit:
            connection.on_commit(then, robust=may_fail)
        keeping.hold(self.held, self.gone)


class Recorder:
    """Hears the statements of the tests' own connection: one of its `execute_wrappers`."""

    def __init__(self) -> None:
        self.plays = 0
        self.forget()

    def forget(self) -> None:
        """The database is another one."""
        self._start, self._since = Place(), time.monotonic()
        self._place: Place | None = None
        self._heard: list[Heard] | None = None
        self._is_deaf = False

    def lose(self) -> None:
        """Until the end of this test nothing is known."""
        self._place = None

    def rewind(self, *, known: bool) -> None:
        """A test begins; `known`: with the rows of the small site alone."""
        if time.monotonic() - self._since > A_MINUTE.total_seconds():
            self.forget()
        self._place = self._start if known else None

    def __call__(
        self, execute: Callable[..., Any], statement: str, given: Any, many: bool, context: Any
    ) -> Any:
        verb = statement.lstrip(" \n(").partition(" ")[0].upper()
        if not self._is_deaf and verb not in LEAVES_ALL and not self._logs_in(statement):
            if self._heard is None or verb not in WRITES:
                self.lose()
            else:
                self._heard.append(_as_sent(statement, given, many, context))
        return execute(statement, given, many, context)

    def _logs_in(self, statement: str) -> bool:
        return self._heard is None and LOGIN.match(statement) is not None

    def call(self, make: Callable[[], models.Model], key: Callable[[], Any]) -> models.Model:
        """Makes something, or plays the tape of it."""
        if self._heard is not None:  # a part of what is being made
            return make()
        name = self._name(key)
        if name is None or self._place is None:
            return _anew(make())
        tape = self._place.tapes.get(name)
        if tape is None or not tape.is_young():
            return self._record(make, name, self._place)
        self._is_deaf = True
        try:
            tape.play()
        finally:
            self._is_deaf = False
        self._place = tape.leads_to
        self.plays += 1
        return tape.kind._default_manager.get(pk=tape.pk)

    def _name(self, key: Callable[[], Any]) -> Any:
        """That of the tape, if one may be made or played here."""
        has_other_settings = isinstance(cast(Any, settings)._wrapped, UserSettingsHolder)
        if self._place is None or not connection.in_atomic_block or has_other_settings:
            return None
        try:
            return key() if keeping.is_in_memory() else None
        except NoKeyError:
            return None

    def _record(self, make: Callable[[], models.Model], name: Any, place: Place) -> models.Model:
        began_at, held, commits = timezone.now(), keeping.held(), len(connection.run_on_commit)
        if place.counters is None:
            place.counters = counters.read()
        counters.put_back(place.counters)
        heard: list[Heard] = []
        self._heard = heard
        try:
            made = make()
            is_known = self._place is place
        finally:
            self._heard = self._place = None
        if is_known:
            after, holds = counters.read(), keeping.held()
            self._place = Place(counters=after)
            place.tapes[name] = Tape(
                kind=type(made),
                pk=made.pk,
                began_at=began_at,
                heard=_joined(heard),
                counters_before=counters.before(place.counters, after),
                after_commit=[entry[1:] for entry in connection.run_on_commit[commits:]],
                held={key: value for key, value in holds.items() if held.get(key) != value},
                gone=held.keys() - holds.keys(),
                leads_to=self._place,
            )
        return _anew(made)


def _anew(made: models.Model) -> models.Model:
    return type(made)._default_manager.get(pk=made.pk)


def _as_sent(statement: str, given: Any, many: bool, context: Any) -> Heard:
    """PostgreSQL's with what is given written into it."""
    given = list(given) if many else given
    if connection.vendor != "postgresql":
        return Heard(statement, given, many)
    fill = context["cursor"].cursor.mogrify
    return Heard(
        ";\n".join(fill(statement, row) for row in (given if many else [given])), None, False
    )


def _joined(heard: list[Heard]) -> list[Heard]:
    """PostgreSQL's in one message."""
    if connection.vendor != "postgresql" or not heard:
        return heard
    return [Heard(";\n".join(one.statement for one in heard), None, False)]


recorder = Recorder()
