"""Two secretaries at the same moment: one wins, and numbers have no gap."""

import datetime as dt

import pytest

from tests.councils.test_parallel import at_once
from tests.making import small_site
from tests.meetings.making import circulated, fresh, held, resolution, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting, Minutes, Resolution
from wagtail_prcouncil.meetings.rules import ConflictError
from wagtail_prcouncil.meetings.states import Axis, MinutesStatus
from wagtail_prcouncil.meetings.transitions import Verb

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def lost(results: list[object]) -> list[object]:
    return [one for one in results if isinstance(one, ConflictError)]


def drafted() -> Meeting:
    made = held(staffed_council(small_site()))
    resolution(made, "یکم")
    minuting.draw_up(fresh(made), version=fresh(made).version)
    return fresh(made)


def test_of_two_who_circulate_one_wins() -> None:
    made = drafted()
    days = [today() + dt.timedelta(days=days) for days in (3, 5)]
    results = at_once(
        *[
            lambda day=day: minuting.circulate(made, objections_until=day, version=made.version)
            for day in days
        ]
    )
    assert len(lost(results)) == 1
    assert fresh(made).objections_until in days
    steps = made.changes.filter(axis=Axis.MINUTES, verb=Verb.CIRCULATE)
    assert steps.count() == 1


def test_of_two_who_approve_one_wins() -> None:
    sent = circulated(drafted())
    work = [
        lambda: minuting.approve(
            sent, how="written", on=today(), all_answered=True, version=sent.version
        )
    ] * 2
    results = at_once(*work)
    assert len(lost(results)) == 1
    assert fresh(sent).minutes_status == MinutesStatus.APPROVED
    assert [row.number for row in Resolution.objects.all()] == [1]


def test_meetings_of_a_council_approved_at_once_number_without_a_gap() -> None:
    council = staffed_council(small_site())
    sent = []
    for days in (-12, -11, -10, -9):
        made = held(council, days=days)
        for text in ("یکم", "دوم", "سوم"):
            resolution(made, text)
        sent.append(circulated(made))
    results = at_once(
        *[
            lambda one=one: minuting.approve(
                one, how="written", on=today(), all_answered=True, version=one.version
            )
            for one in sent
        ]
    )
    assert not lost(results)
    numbers = Resolution.objects.order_by("year", "number").values_list("year", "number")
    by_year: dict[int | None, list[int | None]] = {}
    for year, number in numbers:
        by_year.setdefault(year, []).append(number)
    assert sum(map(len, by_year.values())) == 12
    assert all(found == list(range(1, len(found) + 1)) for found in by_year.values())


def test_of_two_who_write_one_is_refused() -> None:
    made = drafted()
    minutes = Minutes.objects.get(meeting=made)
    body = list(minutes.body.raw_data)
    work = [lambda: minuting.write(minutes, body, version=minutes.version)] * 2
    assert len(lost(at_once(*work))) == 1


def test_who_circulates_while_another_writes() -> None:
    made = drafted()
    minutes = Minutes.objects.get(meeting=made)
    body = list(minutes.body.raw_data)[:1]
    results = at_once(
        lambda: minuting.write(minutes, body, version=minutes.version),
        lambda: minuting.circulate(made, objections_until=today(), version=made.version),
    )
    assert len(lost(results)) == 1
