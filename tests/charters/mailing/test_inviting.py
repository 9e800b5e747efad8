"""Mail of invitations to sign."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import Site

from tests.charters.making import A_DAY, adopted, charter, in_english, signatory
from tests.charters.test_links import invited
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import invite, revoke, sign_by_invitation
from wagtail_prcouncil.charters.mailing.inviting import about, post_invitation, sign_address
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.outbox.actions import send_waiting
from wagtail_prcouncil.outbox.models import Message


def letter(made: Invitation) -> Message:
    return Message.objects.get(about=about(made))


def test_a_mail_says_what_is_signed_and_leads_there(site: SmallSite) -> None:
    made = invited(site)
    message = letter(made)
    address = sign_address(made)
    assert message.key == f"charters.invited:{made.pk}"
    assert message.to == "a@example.org"
    for words in (message.text, message.html):
        assert address in words
        assert made.agency.name in words
        assert made.version.charter.page.title in words
        assert made.version.charter.council.title in words
    assert 'dir="rtl"' in message.html
    title, name = made.version.charter.page.title, made.person.name
    assert title not in message.subject
    assert name not in message.subject
    root = Site.objects.get(is_default_site=True).root_url
    path = address.removeprefix(root)
    assert Client().get(path).status_code == 200


def test_however_often_it_is_told_one_mail_goes(site: SmallSite) -> None:
    made = invited(site)
    post_invitation(made)
    send_waiting()
    post_invitation(made)
    send_waiting()
    assert len(mail.outbox) == 1


def test_what_was_taken_back_or_used_sends_nothing_more(site: SmallSite) -> None:
    taken_back, used = invited(site), invited(site)
    revoke(taken_back)
    sign_by_invitation(used)
    send_waiting()
    assert not mail.outbox


def test_in_english_it_is_english(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    in_english(version.charter, site)
    place, person = signatory(version.charter)
    assert place.agency is not None
    made = invite(
        version,
        agency=place.agency,
        person=person,
        email="a@example.org",
        language="en",
        expires_on=today() + A_DAY,
    )
    message = letter(made)
    assert message.subject == "Invitation to sign a text of the council"
    assert 'lang="en" dir="ltr"' in message.html
    assert "\nVersion: 1\nCouncil: Council\n" in message.text


def test_an_address_that_is_none_and_a_site_without_one_are_refused(
    site: SmallSite, settings: Any
) -> None:
    version = adopted(charter(council(site)))
    place, person = signatory(version.charter)
    assert place.agency is not None
    for wrong in ("not an address", "a@b", "a@example.org\nBcc: b@example.org"):
        with pytest.raises(CharterError) as refused:
            invite(
                version, agency=place.agency, person=person, email=wrong, expires_on=today() + A_DAY
            )
        assert refused.value.field == "email"
    settings.ROOT_URLCONF = "tests.charters.urls_without_signing"
    with pytest.raises(CharterError) as refused:
        invite(
            version,
            agency=place.agency,
            person=person,
            email="a@example.org",
            expires_on=today() + A_DAY,
        )
    assert refused.value.field == "email"
    assert not Invitation.objects.exists()
    assert not Message.objects.exists()
