"""What waits, on the dashboard."""

from typing import Any

from django.test import RequestFactory

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, logged_in
from tests.meetings.making import announced, circulated, held, staffed_council
from tests.meetings.owing import agencies_at, assignment, reporter_of, requested, submitted
from wagtail_prcouncil.meetings.admin.dashboard import (
    AgencyPanel,
    SecretaryPanel,
    Waiting,
    add_panels,
)


def told(panel: Any, user: Any) -> dict[Any, str]:
    request = RequestFactory().get("/")
    request.user = user
    return {line.label: line.number for line in panel(request).get_context_data()["lines"]}


def test_for_a_secretary_within_the_own_councils(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    home, other = staffed_council(site), staffed_council(site)
    for council in (home, other):
        coming, past = announced(council), held(council, days=-40)
        one, _two = requested(coming, *agencies_at(council)[:2])
        submitted(one)
        assignment(past, agencies_at(council)[0], days=-2)
        circulated(held(council, days=-20))
    user = member_of(group_for(home, rights=KEEPING))
    user.get_all_permissions()  # known for the request
    with django_assert_max_num_queries(2):
        lines = told(SecretaryPanel, user)
    assert lines == {
        Waiting.TO_READ.label: "۱",
        Waiting.NOT_SENT.label: "۱",
        Waiting.TO_CIRCULATE.label: "۱",
        Waiting.OVERDUE.label: "۱",
    }


def test_for_an_agency_what_it_owes(site: SmallSite, django_assert_max_num_queries: Any) -> None:
    coming, past = announced(staffed_council(site)), held(staffed_council(site))
    mine, other, _third = agencies_at(coming.council)
    requested(coming, mine, other)
    assignment(past, mine, days=-2)
    assignment(past, other)
    user = reporter_of(mine)
    user.get_all_permissions()
    with django_assert_max_num_queries(1):
        lines = told(AgencyPanel, user)
    assert lines == {
        Waiting.REPORTS.label: "۱",
        Waiting.ASSIGNMENTS.label: "۱",
        Waiting.OVERDUE.label: "۱",
    }
    assert "prcouncil_owed" in logged_in(user).get("/admin/").content.decode()


def test_where_nothing_waits_nothing_is_shown(site: SmallSite) -> None:
    user = reporter_of(agencies_at(staffed_council(site))[0])
    assert told(AgencyPanel, user) == {}


def test_nobody_else_has_a_panel(site: SmallSite) -> None:
    request = RequestFactory().get("/")
    request.user = member_of(group_for())
    panels: list[Any] = []
    add_panels(request, panels)
    assert panels == []
