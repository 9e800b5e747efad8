"""Invitations end with the version that they are for."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import transaction
from django.utils import translation
from wagtail.models import PageLogEntry

from tests.charters.making import A_DAY, adopted, draft, fresh, rewritten, signatory
from tests.charters.test_links import invited
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.closing import close_ended, close_invitations, why_over
from wagtail_prcouncil.charters.actions.inviting import (
    invite,
    revoke,
    send_again,
    sign_by_invitation,
)
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.models import CharterVersion, Invitation
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.outbox.actions import send_waiting

Ending = Callable[..., object]
CLOSED = "prcouncil_charters.close_invitations"


def superseded(version: CharterVersion, *, days: int = 0, by: User | None = None) -> None:
    one = version.charter
    draft(one)
    rewritten(one, "دیگر")
    adopted(one, days=0, in_force_from=today() + days * A_DAY, by=by)


def repealed(version: CharterVersion, *, days: int = 0, by: User | None = None) -> None:
    repeal(version, on=today() + days * A_DAY, reason="پایان", version=None, by=by)


@pytest.mark.parametrize("end", [superseded, repealed])
def test_what_ends_asks_nobody_any_more(
    site: SmallSite, end: Ending, django_user_model: type[User]
) -> None:
    chief = django_user_model.objects.create_superuser("chief")
    made, other = invited(site), invited(site)
    place, person = signatory(made.version.charter)
    assert place.agency is not None
    given = {"agency": place.agency, "person": person, "expires_on": today() + A_DAY}
    second = invite(made.version, email="b@example.org", **given)  # type: ignore[arg-type]
    end(made.version, by=chief)
    for row in (made, second):
        row.refresh_from_db()
        assert row.state == InvitationState.REVOKED
        assert row.settled_at is not None
        assert row.ended_with_version
    entry = PageLogEntry.objects.get(action=CLOSED)
    assert (entry.user, entry.page_id) == (chief, made.version.charter.page_id)
    assert sorted(entry.data["invitations"]) == sorted([made.pk, second.pk])
    other.refresh_from_db()
    assert other.state == InvitationState.OPEN
    send_waiting()
    assert [letter.to for letter in mail.outbox] == [[other.email]]
    with translation.override("en"):
        for verb in (send_again, revoke, sign_by_invitation):
            with pytest.raises(ConflictError, match="is signed no longer"):
                verb(made)


@pytest.mark.parametrize("end", [superseded, repealed])
def test_until_the_day_it_can_be_signed(
    site: SmallSite, end: Ending, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invited(site)
    end(made.version, days=3)
    assert close_ended(made.version.charter) == []
    sign_by_invitation(made)
    assert not PageLogEntry.objects.filter(action=CLOSED).exists()


@pytest.mark.parametrize("end", [superseded, repealed])
def test_where_the_end_is_refused_all_stay_open(
    site: SmallSite, end: Ending, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one transaction: what fails after it takes the closing back."""
    made = invited(site)

    def fails(*given: object, **named: object) -> None:
        raise CharterError("no")

    place = "adopting" if end is superseded else "repealing"
    monkeypatch.setattr(f"wagtail_prcouncil.charters.actions.{place}.note", fails)
    with pytest.raises(CharterError):
        end(made.version)
    made.refresh_from_db()
    assert made.state == InvitationState.OPEN
    send_waiting()
    assert len(mail.outbox) == 1


def test_what_was_used_or_taken_back_stays_as_it_is(site: SmallSite) -> None:
    used, back = invited(site), invited(site)
    sign_by_invitation(used)
    revoke(back)
    repealed(used.version)
    repealed(back.version, days=1)
    used.refresh_from_db()
    back.refresh_from_db()
    assert (used.state, back.state) == (InvitationState.USED, InvitationState.REVOKED)
    assert not back.ended_with_version
    assert not PageLogEntry.objects.filter(action=CLOSED).exists()


def test_closed_a_second_time_nothing_is_told(site: SmallSite) -> None:
    made = invited(site)
    repealed(made.version)
    before = fresh(made.version.charter).version
    with transaction.atomic():
        assert close_invitations(fresh(made.version.charter), by=None) == []
    assert fresh(made.version.charter).version == before
    assert Invitation.objects.open().count() == 0


def test_it_is_said_why(site: SmallSite) -> None:
    first = invited(site).version
    with translation.override("en"):
        assert why_over(first) == ""
        superseded(first)
        assert "later one" in why_over(CharterVersion.objects.get(pk=first.pk))
        second = CharterVersion.objects.adopted().latest_first()[0]
        repealed(second)
        assert "repealed" in why_over(CharterVersion.objects.get(pk=second.pk))
