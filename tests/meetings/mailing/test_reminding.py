"""Reminders go once each, however often and from wherever the clock ticks."""

from typing import Any

import pytest

from tests.councils.making import seat
from tests.directory.making import agency
from tests.making import SmallSite, small_site
from tests.meetings.mailing.posted import only, recipient, to, waiting
from tests.meetings.mailing.test_assignments import given
from tests.meetings.making import A_DAY, held, staffed_council
from tests.parallel import as_often_as
from wagtail_prcouncil.clock.jobs import registered_jobs
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.mailing.reminding import remind
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.transitions import AssignmentVerb
from wagtail_prcouncil.outbox.models import Message


def assignment(site: SmallSite, days_left: int, **fields: Any) -> Assignment:
    """Given long ago to an agency with a member and a head on the list."""
    page = staffed_council(site)
    own = agency()
    place = seat(page, agency=own)
    recipient(page, "member@example.ir", place)
    recipient(page, "head@example.ir", place, is_head=True)
    row = given(held(page, days=-90), own, due_on=today() + days_left * A_DAY, **fields)
    rows = Assignment.objects.filter(pk=row.pk)
    rows.update(given_at=row.given_at - 80 * A_DAY)
    Message.objects.all().delete()
    return rows.get()


def test_the_clock_knows_the_job() -> None:
    assert "meetings.remind" in [job.name for job in registered_jobs()]


@pytest.mark.parametrize(("days_left", "name"), [(7, "due_soon"), (1, "due_soon"), (-1, "overdue")])
def test_a_reminder_goes_once(site: SmallSite, days_left: int, name: str) -> None:
    row = assignment(site, days_left)
    remind()
    remind()
    assert to(name) == ["member@example.ir"]
    Message.objects.all().delete()  # the outbox forgets, the assignment does not
    remind()
    assert waiting() == []
    assert only_mark(row).startswith(str(row.due_on))


def only_mark(row: Assignment) -> str:
    return Assignment.objects.get(pk=row.pk).last_reminder


def test_nobody_is_reminded_of_what_is_far_off_or_done(site: SmallSite) -> None:
    assignment(site, 8)
    done = assignment(site, 1)
    follow_up(done, text="انجام شد", verb=AssignmentVerb.FULFIL, version=done.version)
    remind()
    assert waiting() == []


def test_a_new_last_day_is_reminded_of_anew(site: SmallSite) -> None:
    row = assignment(site, -3)
    remind()
    Assignment.objects.filter(pk=row.pk).update(due_on=today() + A_DAY)
    remind()
    assert len(waiting("overdue")) == len(waiting("due_soon")) == 1


def test_the_head_is_told_once_of_what_stays_undone(site: SmallSite) -> None:
    row = assignment(site, -14)
    remind()
    remind()
    assert to("escalated") == ["head@example.ir"]
    assert to("overdue") == ["member@example.ir"]
    assert "آمار" not in only("escalated").subject
    assert Assignment.objects.get(pk=row.pk).escalated_at


def test_queries_do_not_grow_with_assignments(
    site: SmallSite, django_assert_num_queries: Any
) -> None:
    row = assignment(site, 7)
    with django_assert_num_queries(QUERIES):
        remind()
    assert len(waiting("due_soon")) == 1
    for number in range(6):
        page = row.meeting.council
        own = agency()
        recipient(page, f"m{number}@example.ir", seat(page, agency=own))
        given(row.meeting, own, due_on=row.due_on)
    Assignment.objects.update(given_at=row.given_at, last_reminder="")
    with django_assert_num_queries(QUERIES):
        remind()
    assert len(waiting("due_soon")) == 7


QUERIES = 13  # of which one asks what is private, and with it which translations are kept


@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_remind_once() -> None:
    for _number in range(3):
        assignment(small_site(), 1)
    as_often_as(4, remind)
    told = to("due_soon")
    assert told == ["member@example.ir"] * 3
