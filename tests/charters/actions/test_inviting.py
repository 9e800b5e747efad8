"""Invitations to sign."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from tests.charters.making import A_DAY, adopted, charter, draft, rewritten
from tests.charters.test_links import invited
from tests.councils.making import council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import (
    invite,
    revoke,
    send_again,
    sign_by_invitation,
)
from wagtail_prcouncil.charters.actions.signing import sign
from wagtail_prcouncil.charters.links import token_of
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import InvitationState, Method
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.outbox.actions import send_waiting


def test_a_link_signs_once(site: SmallSite) -> None:
    made = invited(site)
    signature = sign_by_invitation(made)
    made.refresh_from_db()
    assert (made.state, made.signature) == (InvitationState.USED, signature)
    assert signature.method == Method.LINK
    with pytest.raises(ConflictError):
        sign_by_invitation(made)
    with pytest.raises(ConflictError):
        revoke(made)
    assert made.version.signatures.count() == 1


def test_what_was_taken_back_or_has_expired_signs_nothing(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invited(site)
    now = timezone.now()
    with monkeypatch.context() as later:
        later.setattr(timezone, "now", lambda: now + dt.timedelta(days=2))
        with pytest.raises(CharterError, match="expired|پایان|گذشته|منقضی"):
            sign_by_invitation(made)
    revoke(made)
    with pytest.raises(ConflictError):
        sign_by_invitation(made)
    assert not made.version.signatures.exists()


def test_whoever_has_left_the_seat_meanwhile_pledges(site: SmallSite) -> None:
    made = invited(site)
    Appointment.objects.filter(person=made.person).update(
        until=today() - A_DAY, surely_until=today() - A_DAY
    )
    signature = sign_by_invitation(made)
    assert (signature.method, signature.is_unseated) == (Method.PLEDGE, True)


def test_an_invitation_is_of_one_version(site: SmallSite) -> None:
    made = invited(site)
    one = made.version.charter
    draft(one)
    rewritten(one, "دیگر")
    adopted(one, days=0)
    with pytest.raises(ConflictError):
        sign_by_invitation(made)
    assert not made.version.signatures.exists()


def test_nobody_is_invited_twice_and_an_expired_invitation_makes_room(site: SmallSite) -> None:
    made = invited(site)
    given: dict[str, Any] = {
        "agency": made.agency,
        "person": made.person,
        "email": "b@example.org",
        "expires_on": today() + A_DAY,
    }
    with pytest.raises(ConflictError):
        invite(made.version, **given)
    Invitation.objects.filter(pk=made.pk).update(expires_on=today() - A_DAY)
    second = invite(made.version, **given)
    made.refresh_from_db()
    assert (made.state, second.state) == (InvitationState.REVOKED, InvitationState.OPEN)
    sign_by_invitation(second)
    with pytest.raises(ConflictError):
        invite(made.version, **given)


def test_it_must_reach_somebody_within_a_year(site: SmallSite) -> None:
    made = invited(site)
    revoke(made)
    whom: dict[str, Any] = {"agency": made.agency, "person": made.person}
    wrong: dict[str, dict[str, Any]] = {
        "email": {"expires_on": today() + A_DAY},
        "expires_on": {"email": "a@example.org", "expires_on": today() - A_DAY},
    }
    for field, given in wrong.items():
        with pytest.raises(CharterError) as refused:
            invite(made.version, **whom, **given)
        assert refused.value.field == field


def test_a_draft_invites_nobody(site: SmallSite) -> None:
    made = invited(site)
    found = draft(charter(council(site)))
    with pytest.raises(CharterError):
        invite(
            found,
            agency=made.agency,
            person=made.person,
            email="a@example.org",
            expires_on=today() + A_DAY,
        )


def test_it_is_sent_again_once_the_first_mail_has_gone(site: SmallSite) -> None:
    made = invited(site)
    with pytest.raises(ConflictError):
        send_again(made)
    send_waiting()
    send_again(made)
    send_waiting()
    first, second = mail.outbox
    assert first.to == second.to
    assert f"/{token_of(made)}/" in second.body
    sign_by_invitation(made)
    with pytest.raises(ConflictError):
        send_again(made)


def test_what_is_for_a_login_or_has_expired_is_not_sent_again(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invited(site)
    send_waiting()
    now = timezone.now()
    with monkeypatch.context() as later:
        later.setattr(timezone, "now", lambda: now + dt.timedelta(days=2))
        with pytest.raises(CharterError):
            send_again(made)
    Invitation.objects.filter(pk=made.pk).update(email="")
    with pytest.raises(CharterError):
        send_again(made)
    assert len(mail.outbox) == 1


def test_whoever_signs_otherwise_is_invited_no_longer(site: SmallSite) -> None:
    made = invited(site)
    whom = {"agency": made.agency, "person": made.person}
    signature = sign(made.version, method=Method.IN_PERSON, signed_on=today(), **whom)
    made.refresh_from_db()
    assert (made.state, made.signature) == (InvitationState.USED, signature)
    send_waiting()
    assert not mail.outbox
    for verb in (send_again, revoke, sign_by_invitation):
        with pytest.raises(ConflictError):
            verb(made)


def test_another_person_of_the_agency_stays_invited(site: SmallSite) -> None:
    made = invited(site)
    other = person()
    sits(seat(made.version.charter.council, agency=made.agency), other, since=dt.date(2020, 3, 20))
    given: dict[str, Any] = {"method": Method.IN_PERSON, "signed_on": today()}
    sign(made.version, agency=made.agency, person=other, **given)
    made.refresh_from_db()
    assert made.state == InvitationState.OPEN
