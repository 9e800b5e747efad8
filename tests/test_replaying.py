"""A tape leaves what the function has left: the same rows, byte by byte, and the same cache."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone, translation

from tests.charters import making as charters
from tests.comments import making as comments
from tests.councils import making as councils
from tests.councils import staff
from tests.making import SmallSite, live_news, small_site
from tests.meetings import making as meetings
from tests.replaying import keeping
from tests.replaying.keys import NoKeyError, key_of
from tests.replaying.recorder import recorder

WAYS: dict[str, Callable[[SmallSite], Any]] = {
    "agency": lambda site: councils.agency(),
    "council": lambda site: councils.council(site, title="شورای دیگر"),
    "english council": lambda site: councils.in_english(councils.council(site), site),
    "staffed council": meetings.staffed_council,
    "two members": lambda site: meetings.staffed_council(site, seats=2),
    "member": lambda site: councils.sits(councils.seat(councils.council(site)), councils.person()),
    "two meetings": lambda site: (
        meetings.meeting(meetings.staffed_council(site)),
        meetings.meeting(councils.CouncilPage.objects.get(), days=-3),
    ),
    "announced": lambda site: meetings.announced(meetings.staffed_council(site)),
    "held": lambda site: meetings.held(meetings.staffed_council(site)),
    "adopted": lambda site: charters.adopted(charters.charter(councils.council(site))),
    "signed": lambda site: charters.signed(
        charters.adopted(charters.charter(councils.council(site)))
    ),
    "news": lambda site: [live_news(site), live_news(site, title="خبر")],
    "open page": comments.open_page,
    "secretary": lambda site: staff.member_of(
        staff.group_for(councils.council(site), rights=["prcouncil_councils.change_seat"])
    ),
}


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def everything() -> dict[str, Any]:
    """All rows of all tables, and what the cache holds."""
    tables = connection.introspection.table_names()
    found: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found | {"cache": {name: value for name, (value, _) in keeping.held().items()}}


def undone(way: Callable[[], Any]) -> tuple[dict[str, Any], int, int]:
    """What it leaves, in the place in which a test begins; how much was played from a tape, and
    how much it leaves for when all is committed."""
    recorder.rewind(known=True)
    plays, waiting = recorder.plays, len(connection.run_on_commit)
    with transaction.atomic():
        way()
        left = everything()
        then = len(connection.run_on_commit) - waiting
        transaction.set_rollback(True)
    cache.clear()
    return left, recorder.plays - plays, then


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_the_same_rows(site: SmallSite, way: Callable[[SmallSite], Any]) -> None:
    recorder.forget()
    empty = everything()
    made, plays, then = undone(lambda: way(site))
    again, plays_again, then_again = undone(lambda: way(site))
    assert (plays, plays_again > 0) == (0, True)
    assert made != empty
    assert again == made
    assert then_again == then


def test_ids_begin_where_the_tape_began(site: SmallSite) -> None:
    """PostgreSQL's sequences go on, whatever is rolled back."""
    found: list[tuple[int, int]] = []

    def two_councils() -> None:
        one = councils.council(site)
        recorder.lose()
        found.append((one.pk, councils.council(site).pk))

    recorder.forget()
    assert undone(two_councils)[1] == 0
    assert undone(two_councils)[1] == 1
    assert found[0] == found[1]


def test_what_is_returned_is_as_the_database_has_it(site: SmallSite) -> None:
    recorder.forget()
    recorder.rewind(known=True)
    with transaction.atomic():
        first = meetings.staffed_council(site)
        transaction.set_rollback(True)
    recorder.rewind(known=True)
    second = meetings.staffed_council(site)
    assert second is not first
    assert (second.pk, second.title, second.live) == (first.pk, first.title, True)
    assert second.seats.count() == 3


def _with_other_rows(patch: pytest.MonkeyPatch) -> None:
    Group.objects.create(name="another")


def _with_rows_taken_back(patch: pytest.MonkeyPatch) -> None:
    with transaction.atomic():
        transaction.set_rollback(True)


def _with_other_code(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("tests.needs.find_browser", lambda: "")


def _in_english(patch: pytest.MonkeyPatch) -> None:
    translation.activate("en")


def _with_a_warm_cache(patch: pytest.MonkeyPatch) -> None:
    cache.set("something", 1)


def _later(patch: pytest.MonkeyPatch) -> None:
    patch.undo()
    tape = next(iter(recorder._start.tapes.values()))
    tape.began_at = timezone.now() - dt.timedelta(seconds=61)


def _earlier(patch: pytest.MonkeyPatch) -> None:
    tape = next(iter(recorder._start.tapes.values()))
    tape.began_at = timezone.now() + dt.timedelta(seconds=9)


@pytest.mark.parametrize(
    "change",
    [
        _with_other_rows,
        _with_rows_taken_back,
        _with_other_code,
        _in_english,
        _with_a_warm_cache,
        _later,
        _earlier,
    ],
)
def test_nothing_is_played_where_it_might_be_another(
    site: SmallSite, change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder.forget()
    undone(lambda: councils.council(site))
    assert undone(lambda: councils.council(site))[1] == 1

    def another_council() -> None:
        change(monkeypatch)
        councils.council(site)

    assert undone(another_council)[1] == 0


def test_nothing_is_played_with_other_settings(site: SmallSite) -> None:
    recorder.forget()
    undone(lambda: councils.council(site))
    with override_settings(WAGTAIL_SITE_NAME="another"):
        assert undone(lambda: councils.council(site))[1] == 0


def test_another_call_has_another_tape(site: SmallSite) -> None:
    recorder.forget()
    undone(lambda: councils.council(site))
    assert undone(lambda: councils.council(site, title="شورای دیگر"))[1] == 0


def test_what_fails_is_on_no_tape(site: SmallSite) -> None:
    def fails() -> None:
        with pytest.raises(TypeError):
            councils.council(site, nobody_knows_it=1)

    recorder.forget()
    undone(fails)
    assert undone(fails)[1] == 0


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_on_no_tape() -> None:
    recorder.rewind(known=True)
    plays = recorder.plays
    for _once in range(2):
        councils.agency()
    assert recorder._place is None
    assert recorder.plays == plays


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        ("1", 1),
        (None, ""),
        ([1], (1,)),
        ({"a": 1}, {"a": 2}),
        (dt.date.min, "0001-01-01"),
    ],
)
def test_keys_tell_apart(one: Any, other: Any) -> None:
    assert key_of(one) == key_of(one)
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    "given", [object(), {1, 2}, lambda: None, User(), translation.gettext_lazy("x")]
)
def test_what_has_no_key(given: Any) -> None:
    with pytest.raises(NoKeyError):
        key_of(given)
