"""What reports of resolutions and of attendance share: the days of a period."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import chief
from tests.meetings.making import A_DAY, held, resolution, staffed_council
from wagtail_prcouncil.meetings.admin import resolution_report
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.persian.jalali import TEHRAN

LATE = dt.datetime(2026, 3, 20, 23, 30, tzinfo=TEHRAN)
"""The last half hour of 1404/12/29."""


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("since=1404/12/29", True),
        ("since=1405/01/01", False),
        ("until=1404/12/29", True),
        ("until=1404/12/28", False),
        ("since=1404/12/29&until=1404/12/29", True),
    ],
)
def test_days_are_tehrans_and_both_belong_to_the_period(
    site: SmallSite, query: str, is_there: bool
) -> None:
    one = held(staffed_council(site, seats=1))
    resolution(one)
    Meeting.objects.filter(pk=one.pk).update(
        starts_at=LATE, ends_at=LATE + A_DAY, started_at=LATE, ended_at=LATE + A_DAY
    )
    shown = chief().get(f"{reverse(resolution_report.NAME)}?{query}")
    assert bool(shown.context["object_list"]) is is_there
