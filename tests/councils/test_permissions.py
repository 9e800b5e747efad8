"""Who may do what in which council: every kind of staff × every verb × own and another council."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from tests.councils.actions.test_electing import held
from tests.councils.making import seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.apps import CouncilsConfig
from wagtail_prcouncil.councils.models import (
    Appointment,
    CouncilIndexPage,
    CouncilPage,
    Election,
    Seat,
)
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.pages.models import WorkGroup

pytestmark = pytest.mark.django_db
SECRETARY = [
    f"prcouncil_councils.{codename}"
    for codename in CouncilsConfig.group_permissions["council_secretary"]
]
NOTHING: frozenset[str] = frozenset()
ALL = frozenset({"view", "add", "change", "delete", "confirm", "export"})
KEEPING = ALL - {"delete"}


def anonymous(site: SmallSite, own: CouncilPage) -> None:
    return None


def editor(site: SmallSite, own: CouncilPage) -> Any:
    """Of news, who may change every page."""
    group = WorkGroup.objects.get(kind=WorkGroup.Kind.EDITOR).group
    assert isinstance(group, Group)
    return member_of(group, group_for(site.home))


def secretary(site: SmallSite, own: CouncilPage) -> Any:
    return member_of(group_for(own, rights=SECRETARY))


def administrator(site: SmallSite, own: CouncilPage) -> Any:
    index = CouncilIndexPage.objects.get(locale=site.fa)
    return member_of(group_for(index, rights=[right.value for right in Right]))


def superuser(site: SmallSite, own: CouncilPage) -> Any:
    return get_user_model().objects.create_superuser("chief", password="x")


MATRIX: list[tuple[Callable[[SmallSite, CouncilPage], Any], frozenset[str], frozenset[str]]] = [
    (anonymous, NOTHING, NOTHING),
    (editor, NOTHING, NOTHING),
    (secretary, KEEPING, NOTHING),
    (administrator, ALL, ALL),
    (superuser, ALL, ALL),
]


class Rows:
    """A council with a row of each kind, and where the admin keeps them."""

    def __init__(self, site: SmallSite, election: Election) -> None:
        self.election = election
        self.council = election.seat.council
        self.seat = seat(self.council, label=f"کرسی {self.council.pk}")
        self.free = seat(self.council)
        self.appointment = sits(self.seat)

    def addresses(self) -> dict[str, list[str]]:
        def of(name: str, row: Seat | Appointment | Election) -> str:
            return reverse(name, args=[row.pk])

        return {
            "add": [of("prcouncil_seats:appoint", self.free)],
            "change": [
                of("prcouncil_seats:edit", self.seat),
                of("prcouncil_appointments:edit", self.appointment),
                of("prcouncil_appointments:end", self.appointment),
                of("prcouncil_elections:revise", self.election),
                reverse("prcouncil_seats:order", args=[self.council.pk]),
            ],
            "delete": [
                of("prcouncil_seats:delete", self.free),
                of("prcouncil_appointments:delete", self.appointment),
            ],
            "confirm": [
                of("prcouncil_elections:confirm", self.election),
                of("prcouncil_elections:annul", self.election),
            ],
        }


def lists(client: Client, rows: Rows, **query: str) -> bool:
    """Whether the list of seats, or its export, tells of this council's."""
    answer = client.get(reverse("prcouncil_seats:index"), query)
    if answer.status_code != 200:
        return False
    told = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return rows.seat.label in told.decode("utf-8", "replace")


def history(client: Client, rows: Rows) -> bool:
    """Whether Wagtail's site history, or its export, tells of this council's rows. It knows no
    scopes: superusers alone read of them there."""
    place = reverse("wagtailadmin_reports:site_history")
    told = ""
    for query in ({}, {"export": "csv"}):
        answer = client.get(place, query)
        if answer.status_code == 200:
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            told += body.decode("utf-8", "replace")
    return rows.appointment.person.name in told or rows.seat.label in told


@pytest.mark.parametrize(
    ("who", "in_own", "in_other"), MATRIX, ids=lambda who: getattr(who, "__name__", "")
)
def test_verbs_of_staff(
    site: SmallSite,
    who: Callable[[SmallSite, CouncilPage], Any],
    in_own: frozenset[str],
    in_other: frozenset[str],
) -> None:
    own, other = Rows(site, held(site, 3, 5)), Rows(site, held(site, 2, 1))
    user, client = who(site, own.council), Client()
    if user is not None:
        client.force_login(user)
    for rows, may in ((own, in_own), (other, in_other)):
        assert lists(client, rows) == ("view" in may)
        assert lists(client, rows, export="csv") == ("export" in may)
        assert history(client, rows) == (who is superuser)
        for verb, addresses in rows.addresses().items():
            for address in addresses:
                answer = client.get(address)
                assert (answer.status_code == 200) == (verb in may), (verb, address)
                if verb not in may:
                    refused = client.post(address, {"version": 1})
                    assert refused.status_code in (302, 403, 404), (verb, address)
    for rows in (own, other):
        assert Seat.objects.filter(pk=rows.free.pk).exists()
        assert Appointment.objects.filter(pk=rows.appointment.pk, until=None).exists()
        assert Election.objects.get(pk=rows.election.pk).phase == "held"
