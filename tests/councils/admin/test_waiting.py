"""Panels of the dashboard that count what waits."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet, TextChoices
from django.test import RequestFactory

from tests.councils.making import council, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.waiting import WaitingPanel, counted
from wagtail_prcouncil.councils.models import CouncilPage, Seat


class Matter(TextChoices):
    """Of this test."""

    SEATS = "seats", "کرسی"
    COUNCILS = "councils", "شورا"
    NOBODY = "nobody", "هیچ‌کس"


class Panel(WaitingPanel):
    """Counts what there is."""

    name, heading = "test", "در انتظار"
    urgent = frozenset({Matter.COUNCILS})

    def rows(self) -> Mapping[Matter, QuerySet[Any]]:
        return {
            Matter.SEATS: Seat.objects.all(),
            Matter.COUNCILS: CouncilPage.objects.all(),
            Matter.NOBODY: User.objects.none(),
        }

    def url(self, matter: Matter) -> str:
        return f"/{matter.value}/"


def test_each_matter_is_counted_in_one_query_and_none_is_left_out(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    home = council(site)
    for _time in range(3):
        seat(home)
    request = rf.get("/")
    request.user = User()
    with django_assert_num_queries(1):
        lines = Panel(request).get_context_data()["lines"]
    told = [(line.label, line.number, line.url, line.is_urgent) for line in lines]
    assert told == [("کرسی", "۳", "/seats/", False), ("شورا", "۱", "/councils/", True)]


def test_a_single_matter_is_counted_too(site: SmallSite) -> None:
    council(site)
    assert counted({Matter.COUNCILS: CouncilPage.objects.all()}) == {"councils": 1}
