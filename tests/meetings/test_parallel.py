"""Two at the same moment: one number each, one answer, one report. Of minutes see
`test_parallel_minutes.py`."""

import threading
import time

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.councils.test_parallel import at_once
from tests.making import small_site
from tests.meetings.making import (
    announced,
    approved,
    fresh,
    held,
    meeting,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment, requested
from wagtail_prcouncil.meetings.actions import convening, reporting, resolving
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.actions.reporting import Answer
from wagtail_prcouncil.meetings.models import Assignment, FollowUp, Forwarding, Meeting, Resolution
from wagtail_prcouncil.meetings.rules import ConflictError
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def refused(results: list[object]) -> int:
    return sum(isinstance(result, ConflictError) for result in results)


def test_meetings_announced_at_once_are_numbered_without_a_gap() -> None:
    page = staffed_council(small_site())
    made = [meeting(page) for _ in range(4)]
    results = at_once(*[lambda m=one: convening.announce(m, version=m.version) for one in made])
    assert not refused(results)
    assert sorted(fresh(one).number or 0 for one in made) == [1, 2, 3, 4]


def test_one_meeting_is_announced_once() -> None:
    one = meeting(staffed_council(small_site()))
    results = at_once(*[lambda: convening.announce(one, version=one.version)] * 3)
    assert refused(results) == 2
    assert fresh(one).changes.count() == 1
    assert Meeting.objects.get().number == 1


def test_whoever_takes_up_and_whoever_declines() -> None:
    site = small_site()
    past = held(staffed_council(site))
    row = resolution(past)
    approved(past)
    sent = resolving.forward(Resolution.objects.get(pk=row.pk), staffed_council(site))
    there = announced(sent.council)
    results = at_once(
        lambda: resolving.take_up(sent, there, version=there.version),
        lambda: resolving.decline(sent, answer="در صلاحیت ما نیست"),
    )
    assert refused(results) == 1
    assert Resolution.objects.filter(origin=row).exists() == (
        Forwarding.objects.get().state == "taken_up"
    )


def test_a_report_is_submitted_once() -> None:
    one = announced(staffed_council(small_site()))
    (row,) = requested(one, agencies_at(one.council)[0])
    words = [Answer("", text) for text in ("یکم", "دوم")]
    results = at_once(
        *[lambda a=answer: reporting.submit(row, a, version=row.version) for answer in words]
    )
    assert refused(results) == 1


def test_an_assignment_is_done_once() -> None:
    one = held(staffed_council(small_site()))
    row = assignment(one, agencies_at(one.council)[0])
    verb = AssignmentVerb.FULFIL
    done = at_once(*[lambda: follow_up(row, text="شد", verb=verb, version=row.version)] * 2)
    assert refused(done) == 1
    assert FollowUp.objects.count() == 1


def test_what_a_reminder_notes_on_an_assignment_stays() -> None:
    one = held(staffed_council(small_site()), days=-40)
    row = assignment(one, agencies_at(one.council)[0], days=-20)
    taken = threading.Event()

    def escalate() -> None:
        """As `mailing.reminding` does it: under the lock of the row alone."""
        with transaction.atomic():
            rows = Assignment.objects.select_for_update(of=("self",)).filter(pk=row.pk)
            assert list(rows) == [row]
            taken.set()
            time.sleep(0.5)
            rows.update(escalated_at=timezone.now())

    def follow() -> None:
        assert taken.wait(10)
        follow_up(row, text="در دست", verb=AssignmentVerb.START, version=row.version)

    at_once(escalate, follow)
    now = Assignment.objects.get(pk=row.pk)
    assert (now.state, now.escalated_at is None) == ("in_progress", False)


def test_a_draft_is_saved_while_an_action_is_at_work() -> None:
    one = meeting(staffed_council(small_site()))
    page = one.page

    def save() -> None:
        connection.cursor().execute("set lock_timeout = '3s'")
        page.save()

    with transaction.atomic():
        fresh(one).save()  # holds the row
        (refusal,) = at_once(save)
    assert refusal is None
