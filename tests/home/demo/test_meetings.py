"""The demo's meetings: a year, as the actions have it, loaded once."""

import tomllib

import pytest
from home.demo.agencies import load_register
from home.demo.councils import load_councils
from home.demo.loading import Tree
from home.demo.meetings import WHERE, load_meetings
from home.demo.reading import FOLDER, read_site

from tests.making import small_site
from wagtail_prcouncil.meetings.models import (
    Assignment,
    Forwarding,
    Meeting,
    MeetingPage,
    MemberReport,
    Resolution,
)
from wagtail_prcouncil.meetings.states import (
    AgendaStatus,
    AssignmentState,
    ForwardingState,
    Kind,
    MinutesStatus,
    ReportState,
    Status,
)
from wagtail_prcouncil.outbox.models import Message

TABLE = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))


@pytest.fixture
def tree(db: None) -> Tree:
    small_site()
    load_register()
    tree = Tree(read_site())
    load_councils(tree)
    load_meetings(tree)
    return tree


def test_a_year_of_everything(tree: Tree) -> None:
    meetings = Meeting.objects.all()
    assert {one.status for one in meetings} == {
        Status.PLANNED,
        Status.ANNOUNCED,
        Status.CANCELLED,
        Status.CLOSED,
    }
    assert {one.kind for one in meetings} >= {Kind.JOINT, Kind.CONFERENCE, Kind.EXTRAORDINARY}
    assert {one.minutes_status for one in meetings} >= {
        MinutesStatus.CIRCULATED,
        MinutesStatus.PUBLISHED,
    }
    assert meetings.filter(agenda_status=AgendaStatus.AMENDED).exists()
    assert {row.state for row in MemberReport.objects.all()} >= {
        ReportState.REQUESTED,
        ReportState.SUBMITTED,
        ReportState.ACCEPTED,
    }
    assert Assignment.objects.overdue().exists()
    assert Assignment.objects.filter(state=AssignmentState.DONE).exists()
    assert Assignment.objects.filter(is_blocked=True).exists()
    assert Forwarding.objects.get().state == ForwardingState.TAKEN_UP
    assert Resolution.objects.filter(origin__isnull=False, number__isnull=False).exists()


def test_loaded_twice_it_is_the_same_and_nobody_is_written_to(tree: Tree) -> None:
    count = Resolution.objects.count()
    load_meetings(tree)
    assert Resolution.objects.count() == count
    assert Meeting.objects.count() == len(TABLE["meeting"])
    assert MeetingPage.objects.count() == 2 * len(TABLE["meeting"])
    assert not Message.objects.waiting().exists()
