"""Who could be asked to sign."""

import datetime as dt
from typing import Any

from tests.charters.making import A_DAY, adopted, charter, signatory, signed
from tests.councils.making import council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import invite
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.models import Partner
from wagtail_prcouncil.charters.signatories import candidates
from wagtail_prcouncil.councils.models.seat import today

LONG_AGO = dt.date(2020, 3, 20)


def test_who_sits_there_and_has_neither_signed_nor_been_invited(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    one = version.charter
    place, who = signatory(one)
    done = signed(version)
    asked_place, asked = signatory(one)
    assert asked_place.agency is not None
    invite(
        version,
        agency=asked_place.agency,
        person=asked,
        email="a@example.org",
        expires_on=today() + A_DAY,
    )
    left_place = seat(one.council)
    sits(left_place, person(), since=LONG_AGO, until=today() - A_DAY)
    seat(one.council)  # vacant
    (found,) = candidates(version)
    assert (found.agency, found.person) == (place.agency, who)
    withdraw(done, on=today(), reason="اشتباه")
    assert {row.agency for row in candidates(version)} == {place.agency, done.agency}


def test_of_two_seats_of_one_agency_one_is_asked_also_in_councils_that_share_it(
    site: SmallSite,
) -> None:
    version = adopted(charter(council(site)))
    one, other = version.charter, council(site)
    Partner.objects.create(charter=one, council=other)
    place, who = signatory(one)
    second = seat(one.council, agency=place.agency)
    sits(second, person(), since=LONG_AGO + A_DAY)
    beside = seat(other)
    sits(beside, person(), since=LONG_AGO)
    found = candidates(version)
    assert {row.agency for row in found} == {place.agency, beside.agency}
    assert who in [row.person for row in found]


def test_many_ask_no_more_queries_than_few(site: SmallSite, django_assert_num_queries: Any) -> None:
    version = adopted(charter(council(site)))
    for _ in range(4):
        signatory(version.charter)
    with django_assert_num_queries(4):
        assert len(candidates(version)) == 4
