"""What the lists offer for a row: only what one may do there."""

import pytest
from django.urls import reverse

from tests.councils.admin.desk import (
    appointment_place,
    chief,
    logged_in,
    seat_place,
    secretary,
    term_place,
)
from tests.councils.making import START, council, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Term

PLAIN = [
    f"prcouncil_{rows}:index{more}"
    for rows in (
        *("elections", "terms"),
        *("recipients", "forwardings", "resolutions", "reporters"),
    )
    for more in ("", "_results")
]
"""Lists of councils and meetings that no download is offered of."""


def test_who_only_looks_is_offered_nothing(site: SmallSite) -> None:
    home = council(site)
    row = sits(seat(home))
    looking = [f"prcouncil_councils.view_{kind}" for kind in ("seat", "appointment")]
    client = secretary(home, rights=looking)
    for place, key, address in (
        (seat_place("index"), row.seat.pk, seat_place),
        (appointment_place("index"), row.pk, appointment_place),
    ):
        shown = client.get(place).content.decode()
        assert row.person.name in shown
        for verb in ("edit", "delete"):
            assert address(verb, key) not in shown
        assert address("add") not in shown


def test_rights_differ_from_council_to_council(site: SmallSite) -> None:
    home, other = council(site), council(site)
    own, foreign = seat(home), seat(other)
    groups = [
        group_for(home, rights=["prcouncil_councils.change_seat"]),
        group_for(other, rights=["prcouncil_councils.view_seat"]),
    ]
    shown = logged_in(member_of(*groups)).get(seat_place("index")).content.decode()
    assert seat_place("edit", own.pk) in shown
    assert seat_place("edit", foreign.pk) not in shown
    assert foreign.name_as_read() in shown


def test_without_any_right_there_is_no_list(site: SmallSite) -> None:
    home = council(site)
    Term.objects.create(council=home, number=1, since=START)
    client = secretary(home, rights=["prcouncil_councils.view_seat"])
    assert client.get(term_place("index")).status_code == 302


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_that_leaves_as_no_file_is_read(site: SmallSite, form: str) -> None:
    council(site)
    client = chief()
    for name in PLAIN:
        answer = client.get(reverse(name), {"export": form})
        assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")
