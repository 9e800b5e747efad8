"""Who sees a report, and who takes its rows away; of the seats that want somebody."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.councils.making import council, seat
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.report import NAME, DueReport
from wagtail_prcouncil.councils.admin.scoped_reports import ReportItem
from wagtail_prcouncil.councils.models import CouncilPage, Seat

VIEW, EXPORT = "prcouncil_councils.view_seat", "prcouncil_councils.export_seat"


@pytest.fixture
def seats(site: SmallSite) -> tuple[Seat, Seat]:
    """Two that are vacant, of two councils."""
    return seat(council(site)), seat(council(site))


def who(*given: tuple[CouncilPage, list[str]]) -> tuple[Any, Client]:
    """Somebody with these rights in these councils, and his browser."""
    user = member_of(*[group_for(page, rights=rights) for page, rights in given])
    client = Client()
    client.force_login(user)
    return user, client


def test_whoever_sees_no_row_has_no_report(seats: tuple[Seat, Seat], rf: Any) -> None:
    item = ReportItem(DueReport, name="seats", order=1)
    for rights, is_his in (([VIEW], True), ([EXPORT], False)):
        user, client = who((seats[0].council, rights))
        request = rf.get("/")
        request.user = user
        assert item.is_shown(request) is is_his
        assert (client.get(reverse(NAME)).status_code == 200) is is_his


def test_rows_are_those_of_councils_where_one_may(seats: tuple[Seat, Seat]) -> None:
    here, there = seats
    _user, client = who((here.council, [VIEW, EXPORT]), (there.council, [VIEW]))
    assert set(client.get(reverse(NAME)).context["object_list"]) == set(seats)
    file = client.get(reverse(NAME), {"export": "csv"}).getvalue().decode()
    assert here.council.title in file
    assert file.count("\n") == 2  # the heading and one seat


def test_whoever_may_take_nothing_away_gets_no_file(seats: tuple[Seat, Seat]) -> None:
    _user, client = who((seats[0].council, [VIEW]))
    shown = client.get(reverse(NAME))
    assert not shown.context["view"].show_export_buttons
    refused = client.get(reverse(NAME), {"export": "csv"})
    assert refused.status_code != 200
    assert not refused.get("Content-Disposition")
