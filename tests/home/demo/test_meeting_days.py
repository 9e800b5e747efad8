"""The demo's steps were taken on days of their meetings."""

import datetime as dt

import pytest
from django.utils import timezone
from home.demo.agencies import load_register
from home.demo.councils import load_councils
from home.demo.loading import Tree
from home.demo.meetings import load_meetings
from home.demo.reading import read_site

from tests.making import small_site
from wagtail_prcouncil.meetings.models import AgendaEdition, Meeting

MONTH = dt.timedelta(days=30)


@pytest.fixture
def meetings(db: None) -> dict[str, Meeting]:
    small_site()
    load_register()
    tree = Tree(read_site())
    load_councils(tree)
    load_meetings(tree)
    return {one.page.slug: one for one in Meeting.objects.select_related("page")}


def test_steps_follow_each_other_and_none_is_still_to_come(meetings: dict[str, Meeting]) -> None:
    now = timezone.now()
    for slug, one in meetings.items():
        for axis in ("agenda", "minutes"):
            days = list(one.changes.filter(axis=axis).order_by("pk").values_list("at", flat=True))
            assert days == sorted(days), (slug, axis)
        assert all(change.at <= now for change in one.changes.all()), slug


def test_a_meeting_of_last_spring_was_told_of_then(meetings: dict[str, Meeting]) -> None:
    one = meetings["crisis-communication"]
    first = min(change.starts_at for change in one.changes.all() if change.starts_at)
    assert all(abs(change.at - first) < MONTH for change in one.changes.all())
    edition = AgendaEdition.objects.get(meeting=one)
    assert edition.published_at < first
    assert one.objections_until is not None
    assert one.approved_on is not None
    assert one.objections_until < one.approved_on


def test_objections_are_still_heard_where_minutes_are_not_approved(
    meetings: dict[str, Meeting],
) -> None:
    until = meetings["answering-readers"].objections_until
    assert until is not None
    assert until > timezone.localdate()
