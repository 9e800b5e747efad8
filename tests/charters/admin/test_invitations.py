"""Invitations at the desk: one is invited, taken back, sent again."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.charters.admin.desk import chief, errors, place, secretary
from tests.charters.making import A_DAY, adopted, charter, signatory, signed
from tests.charters.test_links import invited
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import sign_by_invitation
from wagtail_prcouncil.charters.models import CharterVersion, Invitation
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.outbox.actions import send_waiting
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.persian.jalali import to_jalali


def in_jalali(days: int) -> str:
    year, month, day = to_jalali(today() + days * A_DAY)
    return f"{year}/{month:02d}/{day:02d}"


def words(version: CharterVersion, **said: Any) -> dict[str, Any]:
    """What the screen sends for somebody who sits there."""
    seat, who = signatory(version.charter)
    given = {"agency": str(seat.agency_id), "person": str(who.pk), "language": "fa"}
    given |= {"email": "a@example.org", "login": "", "expires_on": in_jalali(10)}
    return given | said


def test_one_is_invited_by_mail(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    client = secretary(version.charter.council)
    assert client.get(place("invite", version)).status_code == 200
    answer = client.post(place("invite", version), words(version))
    assert answer.status_code == 302, errors(answer)
    made = Invitation.objects.get()
    assert (made.email, made.user, made.expires_on) == ("a@example.org", None, today() + 10 * A_DAY)
    assert Message.objects.get().to == "a@example.org"
    shown = client.get(answer["Location"]).content.decode()
    assert "a@example.org" in shown
    assert place("take_back", made) in shown


def test_a_login_that_sees_no_dashboard_needs_an_address(
    site: SmallSite, django_user_model: type[User]
) -> None:
    version, client = adopted(charter(council(site))), chief()
    django_user_model.objects.create_user("outside")
    answer = client.post(place("invite", version), words(version, email="", login="outside"))
    assert (answer.status_code, [*errors(answer)]) == (200, ["login"])
    assert 'value="outside"' in answer.content.decode()
    assert not Invitation.objects.exists()
    sent = words(version, email="a@example.org", login="outside")
    assert client.post(place("invite", version), sent).status_code == 302
    assert Message.objects.get().to == "a@example.org"


def test_one_is_invited_by_his_login_alone(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    member = member_of(group_for())
    sent = words(version, email="", login=member.username)
    assert chief().post(place("invite", version), sent).status_code == 302
    assert Invitation.objects.get().user == member
    assert not Message.objects.exists()


def test_what_cannot_be_is_told_beside_the_field(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    client = chief()
    wrong: dict[str, dict[str, Any]] = {
        "email": {"email": ""},
        "login": {"login": "nobody"},
        "expires_on": {"expires_on": in_jalali(-1)},
        "language": {"language": "xx"},
        "agency": {"agency": "9" * 30},
        "person": {"person": "\x00"},
    }
    for field, said in wrong.items():
        answer = client.post(place("invite", version), words(version, **said))
        assert (answer.status_code, [*errors(answer)]) == (200, [field]), field
    answer = client.post(place("invite", version), words(version, email="no address"))
    assert [*errors(answer)] == ["email"]
    assert "no address" in answer.content.decode()
    answer = client.post(place("invite", version), words(version, expires_on=in_jalali(800)))
    assert [*errors(answer)] == ["expires_on"]
    assert not Invitation.objects.exists()


def test_whoever_is_invited_or_has_signed_is_told_so(site: SmallSite) -> None:
    made = invited(site)
    done = signed(made.version)
    client = chief()
    for row in (made, done):
        said = {"agency": str(row.agency_id), "person": str(row.person_id)}
        answer = client.post(place("invite", made.version), words(made.version, **said))
        assert answer.status_code == 409
    assert Invitation.objects.count() == 1


def test_it_is_taken_back_and_sends_nothing_more(site: SmallSite) -> None:
    made = invited(site)
    client = secretary(made.version.charter.council)
    asked = client.get(place("take_back", made))
    assert str(asked.context["view"].what_follows) in asked.content.decode()
    answer = client.post(place("take_back", made))
    assert answer["Location"] == place("invitations", made.version.charter)
    made.refresh_from_db()
    assert made.state == InvitationState.REVOKED
    assert not Message.objects.waiting().exists()
    assert client.post(place("take_back", made)).status_code == 409
    assert client.post(place("send_again", made)).status_code == 409
    assert place("take_back", made) not in client.get(answer["Location"]).content.decode()


def test_it_is_sent_again(site: SmallSite) -> None:
    made = invited(site)
    client = secretary(made.version.charter.council)
    assert client.post(place("send_again", made)).status_code == 409  # the first waits yet
    send_waiting()
    asked = client.get(place("send_again", made))
    assert str(asked.context["view"].what_follows) in asked.content.decode()
    assert client.post(place("send_again", made)).status_code == 302
    assert Message.objects.waiting().count() == 1


def test_what_was_used_cannot_be_taken_back(site: SmallSite) -> None:
    made = invited(site)
    sign_by_invitation(made)
    assert chief().post(place("take_back", made)).status_code == 409
    made.refresh_from_db()
    assert made.state == InvitationState.USED


@pytest.mark.parametrize(
    ("rights", "may"),
    [
        ([Right.VIEW], set()),
        ([Right.VIEW, Right.CHANGE, Right.ADOPT, Right.CHANGE_SIGNATURES], set()),
        ([Right.ADD_SIGNATURES], {"invite", "invite_all", "take_back", "send_again"}),
    ],
)
def test_who_may_open_what(site: SmallSite, rights: list[str], may: set[str]) -> None:
    made = invited(site)
    client = secretary(made.version.charter.council, rights=rights)
    of = {"take_back": made, "send_again": made}
    names = ("invite", "invite_all", "take_back", "send_again")
    urls = {name: place(name, of.get(name, made.version)) for name in names}
    assert {name for name, url in urls.items() if client.get(url).status_code == 200} == may
    posted = {name for name, url in urls.items() if name not in may}
    for name in posted:
        assert client.post(urls[name]).status_code == 302  # home, with a message
    made.refresh_from_db()
    assert made.state == InvitationState.OPEN


def test_invitations_of_others_are_not_there_and_not_told(site: SmallSite) -> None:
    made = invited(site)
    stranger = secretary(council(site))
    for name in ("take_back", "send_again"):
        assert stranger.post(place(name, made)).status_code == 404
    assert stranger.get(place("invite_all", made.version)).status_code == 404
    one = made.version.charter
    blind = secretary(one.council, rights=[Right.VIEW]).get(place("invitations", one))
    assert made.email not in blind.content.decode()
