"""Signatures and invitations in words."""

import pytest
from django.utils import translation

from tests.charters.making import A_DAY, adopted, charter, draft, rewritten, signed
from tests.charters.test_links import invited
from tests.councils.making import council, person
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import revoke, sign_by_invitation
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.admin.signature_reading import (
    invitation_facts,
    invitation_state,
    method_as_read,
    reached_by,
    signature_facts,
    state_as_read,
)
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.admin.desk import DONE, NOTHING, STOPPED, WAITS
from wagtail_prcouncil.councils.models.seat import today


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def test_a_pledge_without_a_seat_says_so(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    row = signed(version, agency=agency(), person=person(), method=Method.PLEDGE)
    assert method_as_read(row) == "pledge, without a seat"
    assert method_as_read(signed(version)) == "in person"


def test_a_withdrawn_one_tells_the_day_and_why(site: SmallSite) -> None:
    row = signed(adopted(charter(council(site))))
    assert state_as_read(row) == "stands"
    withdraw(row, on=today(), reason="اشتباه")
    row.refresh_from_db()
    assert state_as_read(row).startswith("withdrawn on ")
    assert "اشتباه" in [fact.value for fact in signature_facts(row)]


def test_it_is_told_in_the_language_of_whoever_reads_it(site: SmallSite) -> None:
    row = signed(adopted(charter(council(site))))
    row.title, row.title_en = "رئیس", "chair"
    (told,) = (fact for fact in signature_facts(row) if fact.value == row.person.name_as_read())
    assert "chair" in told
    with translation.override("fa"):
        assert "رئیس" in [*signature_facts(row)][2]


def test_an_invitation_tells_what_can_come_of_it(site: SmallSite) -> None:
    waits, used, back, over, late = (invited(site) for _ in range(5))
    sign_by_invitation(used)
    revoke(back)
    Invitation.objects.filter(pk=over.pk).update(expires_on=today() - A_DAY)
    one = late.version.charter
    draft(one)
    rewritten(one, "دیگر")
    adopted(one, days=0)
    told = [
        invitation_state(Invitation.objects.get(pk=row.pk))
        for row in (waits, used, back, over, late)
    ]
    assert told == [
        ("open", WAITS),
        ("signed", DONE),
        ("taken back", NOTHING),
        ("expired", STOPPED),
        ("superseded", STOPPED),
    ]


def test_it_is_said_how_somebody_is_reached(site: SmallSite, django_user_model: type) -> None:
    row = invited(site)
    assert reached_by(row) == "a@example.org"
    row.user = django_user_model.objects.create_user("member")
    assert reached_by(row) == "a@example.org، member"
    assert row.agency.name in [fact.value for fact in invitation_facts(row)]
