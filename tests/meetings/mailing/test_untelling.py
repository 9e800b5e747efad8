"""What is so no more is not mailed: letters that still wait are taken out of the outbox."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient, waiting
from tests.meetings.making import (
    announced,
    approved,
    circulated,
    fresh,
    held,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment, requested
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import convening, minuting, requesting, resolving
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.mailing.reminding import remind
from wagtail_prcouncil.meetings.models import Assignment, Resolution
from wagtail_prcouncil.meetings.transitions import AssignmentVerb
from wagtail_prcouncil.outbox.models import Message


@pytest.fixture
def council(site: SmallSite) -> CouncilPage:
    page = staffed_council(site)
    for number, seat in enumerate(page.seats.all()):
        recipient(page, f"m{number}@example.ir", seat)
    return page


def kinds() -> set[str]:
    """What waits, of which kinds."""
    return {message.key.split(":")[0].removeprefix("meetings.") for message in waiting()}


def test_of_a_cancelled_meeting_that_alone_is_told(council: CouncilPage) -> None:
    one, other = announced(council, days=7), announced(council, days=9)
    requested(one, agencies_at(council)[0])
    assert kinds() == {"invited", "report_requested"}
    now = fresh(one)
    convening.cancel(now, reason="تالار بسته است", version=now.version)
    its = {m.key.split(":")[0] for m in waiting() if m.about == f"meeting:{one.pk}"}
    assert its == {"meetings.cancelled"}
    assert [m.about for m in waiting("invited")] == [f"meeting:{other.pk}"] * 3


def test_what_has_gone_out_stays_noted(council: CouncilPage) -> None:
    one = announced(council)
    Message.objects.update(sent_at=timezone.now())
    convening.cancel(fresh(one), reason="تالار بسته است", version=fresh(one).version)
    assert Message.objects.filter(key__startswith="meetings.invited").count() == 3


def test_of_what_an_annulled_resolution_asked_for_nobody_hears_any_more(
    council: CouncilPage,
) -> None:
    one = held(council)
    row, other = resolution(one, "یکم"), resolution(one, "دوم")
    approved(one)
    first, second = agencies_at(council)[:2]
    gone = assignment(one, first, days=0, resolution=Resolution.objects.get(pk=row.pk))
    kept = assignment(one, second, days=0, resolution=Resolution.objects.get(pk=other.pk))
    Assignment.objects.update(given_at=timezone.now() - dt.timedelta(days=30))
    remind()
    assert {"assigned", "due_soon"} <= kinds()
    row.refresh_from_db()
    resolving.annul(row, note="خلاف قانون بود", version=row.version)
    for name in ("assigned", "due_soon"):
        marks = [message.key.split(":")[1] for message in waiting(name)]
        assert marks == [str(kept.pk)], name
    assert gone.pk != kept.pk


def test_of_what_is_done_nobody_is_reminded(council: CouncilPage) -> None:
    row = assignment(held(council), agencies_at(council)[0], days=0)
    Assignment.objects.update(given_at=timezone.now() - dt.timedelta(days=30))
    remind()
    row.refresh_from_db()
    follow_up(row, text="شد", verb=AssignmentVerb.FULFIL, on=today(), version=row.version)
    assert not waiting("due_soon")
    assert waiting("assigned")


def test_a_request_that_is_taken_back(council: CouncilPage) -> None:
    one = announced(council)
    back, kept = requested(one, *agencies_at(council)[:2])
    requesting.take_back(back, version=back.version)
    marks = [message.key.split(":")[1] for message in waiting("report_requested")]
    assert marks == [str(kept.pk)]


def test_minutes_that_are_recalled(council: CouncilPage) -> None:
    sent = circulated(held(council))
    assert waiting("minutes_circulated")
    minuting.recall(sent, reason="نامی جا ماند", version=sent.version)
    assert not waiting("minutes_circulated")
