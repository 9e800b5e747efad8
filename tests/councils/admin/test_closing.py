"""Closing a council in the admin, and opening it again."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.councils.admin.desk import chief, errors, logged_in, secretary
from tests.councils.making import council, election, in_english, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.closing import CloseView
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.states import CouncilEnd, Role

WORDS = {"on": "1404/01/01", "reason": "dissolved", "note": "به‌موجب نامه"}


def place(verb: str, page: CouncilPage) -> str:
    return reverse(f"prcouncil_councils_{verb}", args=[page.pk])


def publisher(page: CouncilPage) -> Client:
    group = group_for(page)
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=publish)
    return logged_in(member_of(group))


def test_a_council_is_closed_and_opened_again(site: SmallSite) -> None:
    home = council(site)
    row = sits(seat(home))
    client = publisher(home)
    assert client.get(place("close", home)).status_code == 200
    assert client.post(place("close", home), WORDS).status_code == 302
    home.refresh_from_db()
    row.refresh_from_db()
    assert (home.closed_on, home.closing_reason) == (dt.date(2025, 3, 21), CouncilEnd.DISSOLVED)
    assert row.until == home.closed_on
    assert client.post(place("reopen", home)).status_code == 302
    home.refresh_from_db()
    assert home.closed_on is None


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"on": "1450/01/01"}, "on"),
        ({"on": "1403/13/01"}, "on"),
        ({"on": ""}, "on"),
        ({"reason": "boredom"}, "reason"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_closing_that_cannot_be(site: SmallSite, said: dict[str, str], field: str) -> None:
    home = council(site)
    response = chief().post(place("close", home), WORDS | said)
    assert response.status_code == 200
    assert field in errors(response)
    home.refresh_from_db()
    assert home.closed_on is None


def test_the_second_to_close_it_is_told_what_is_so(site: SmallSite) -> None:
    home = council(site)
    client = chief()
    client.post(place("close", home), WORDS)
    again: Any = client.post(place("close", home), WORDS | {"note": "یادداشت من"})
    assert again.status_code == 409
    assert "یادداشت من" in again.content.decode()
    assert client.get(place("close", home)).status_code == 302


def test_a_translation_stands_for_its_original(site: SmallSite) -> None:
    home = council(site)
    english = in_english(home, site)
    assert chief().post(place("close", english), WORDS).status_code == 302
    home.refresh_from_db()
    assert home.closed_on is not None


def test_only_for_those_who_publish_it(site: SmallSite) -> None:
    home, other = council(site), council(site)
    client = secretary(home)
    assert client.post(place("close", home), WORDS).status_code == 302
    assert client.post(place("close", other), WORDS).status_code == 404
    assert not CouncilPage.objects.exclude(closed_on=None).exists()
    assert chief().get("/admin/councils/close/999999/").status_code == 404


def test_a_page_that_is_deleted_while_its_council_is_closed(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, due = council(site), CloseView.act

    def act_too_late(view: CloseView, form: Any) -> str:
        CouncilPage.objects.all().delete()
        return due(view, form)

    monkeypatch.setattr(CloseView, "act", act_too_late)
    response = chief().post(place("close", home), WORDS)
    assert response.status_code == 409
    assert WORDS["note"] in response.content.decode()


def test_an_open_election_is_told_before_and_keeps_the_council_open(site: SmallSite) -> None:
    home = council(site)
    election(seat(home, Role.CHAIR, label="ریاست نمونه"))
    client = chief()
    assert "ریاست نمونه" in client.get(place("close", home)).content.decode()
    assert list(errors(client.post(place("close", home), WORDS))) == ["on"]
