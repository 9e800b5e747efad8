"""Signing by a link: what an invited person sees, and what changes nothing."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from tests.charters.making import A_DAY, adopted, draft, in_english, rewritten
from tests.charters.test_links import invited
from tests.making import SmallSite
from wagtail_prcouncil.charters import sign_views
from wagtail_prcouncil.charters.actions.inviting import revoke
from wagtail_prcouncil.charters.actions.signing import sign, withdraw
from wagtail_prcouncil.charters.links import token_of
from wagtail_prcouncil.charters.models import Invitation, Signature
from wagtail_prcouncil.charters.states import InvitationState, Method
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


def address(made: Invitation) -> str:
    return f"/charters/sign/{token_of(made)}/"


def revoked(made: Invitation, later: pytest.MonkeyPatch) -> None:
    revoke(made)


def expired(made: Invitation, later: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    later.setattr(timezone, "now", lambda: now + dt.timedelta(days=2))


def superseded(made: Invitation, later: pytest.MonkeyPatch) -> None:
    one = made.version.charter
    draft(one)
    rewritten(one, "دیگر")
    adopted(one, days=0)


def signed_otherwise(made: Invitation, later: pytest.MonkeyPatch) -> None:
    whom: dict[str, Any] = {"agency": made.agency, "person": made.person}
    sign(made.version, method=Method.IN_PERSON, signed_on=today(), **whom)


def test_the_page_says_what_is_signed_and_changes_nothing(site: SmallSite) -> None:
    made = invited(site)
    client = Client(enforce_csrf_checks=True)
    page = client.get(address(made))
    told = page.content.decode()
    assert page.status_code == 200
    for words in (
        made.version.charter.page.title,
        made.version.digests["fa"],
        made.person.name,
        made.agency.name,
        "راستی",
        'lang="fa" dir="rtl"',
    ):
        assert words in told
    assert client.head(address(made)).status_code == 200
    assert not Signature.objects.exists()
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")


def test_the_button_signs_and_leads_to_a_certificate(site: SmallSite) -> None:
    made = invited(site)
    client = Client(enforce_csrf_checks=True)
    answer = client.post(address(made))
    assert (answer.status_code, answer["Location"]) == (303, f"{address(made)}thanks/")
    assert not answer.cookies
    signature = Signature.objects.get()
    assert (signature.method, signature.person) == (Method.LINK, made.person)
    thanks = client.get(answer["Location"])
    assert thanks.status_code == 200
    certificate = f"{made.version.charter.page.url}versions/1/signatures/1/"
    assert certificate in thanks.content.decode()
    assert client.get(certificate).status_code == 200
    again = client.post(address(made))
    assert again.status_code == 410
    assert certificate in again.content.decode()
    assert client.get(address(made)).status_code == 410
    assert Signature.objects.count() == 1


def test_thanks_say_that_a_signature_was_withdrawn(site: SmallSite) -> None:
    made = invited(site)
    client = Client()
    client.post(address(made))
    withdraw(Signature.objects.get(), on=today(), reason="اشتباه")
    thanks = client.get(f"{address(made)}thanks/").content.decode()
    assert "prc-notice--bad" in thanks
    assert "prc-notice--good" not in thanks


def test_before_anything_was_signed_there_are_no_thanks(site: SmallSite) -> None:
    made = invited(site)
    answer = Client().get(f"{address(made)}thanks/")
    assert (answer.status_code, answer["Location"]) == (303, "../")


@pytest.mark.parametrize(
    ("done", "status"),
    [(revoked, 410), (expired, 410), (superseded, 409), (signed_otherwise, 410)],
)
def test_what_cannot_be_signed_any_more_is_told_with_a_reason(
    site: SmallSite,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    done: Callable[..., None],
    status: int,
) -> None:
    made = invited(site)
    done(made, monkeypatch)
    before = Signature.objects.count()
    for answer in (Client().get(address(made)), Client().post(address(made))):
        assert answer.status_code == status
        assert answer.context["refusal"].sentence in answer.content.decode()
        assert "1" not in answer.context["refusal"].sentence
        assert not answer.cookies
    assert Signature.objects.count() == before
    assert token_of(made) not in caplog.text


def test_whoever_comes_to_a_text_that_was_replaced_is_told_so_and_led_on(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invited(site)
    superseded(made, monkeypatch)
    with translation.override("en"):
        page = Client().get(f"{address(made)}?lang=en").content.decode()
    assert "a later one has taken its place" in page
    assert "This invitation has ended" in page
    assert "prc-notice--bad" not in page
    assert "Can be signed until" not in page
    assert f'prc-button--quiet" href="{made.version.charter.page.url}"' in page


@pytest.mark.parametrize("token", ["x", "x:y", "a" * 3000, "٪۰۰", "%00", "1:é:\u202e"])
def test_what_we_did_not_give_out_is_not_there(site: SmallSite, token: str) -> None:
    made = invited(site)
    for path in (f"/charters/sign/{token}/", f"/charters/sign/{token_of(made)}x/"):
        for answer in (Client().get(path), Client().post(path), Client().get(f"{path}thanks/")):
            assert answer.status_code == 404
            assert not answer.cookies
    made.refresh_from_db()
    assert made.state == InvitationState.OPEN


def test_other_verbs_are_refused(site: SmallSite) -> None:
    path = address(invited(site))
    assert Client().put(path).status_code == 405
    assert Client().delete(path).status_code == 405


def test_an_invitation_in_english_is_read_in_english(site: SmallSite) -> None:
    made = invited(site)
    Invitation.objects.filter(pk=made.pk).update(language="en")
    in_english(made.version.charter, site)
    english = Client().get(address(made)).content.decode()
    assert '<html lang="en" dir="ltr">' in english
    assert re.search('<article [^>]*lang="fa" dir="rtl">', english)  # adopted in Persian only
    persian = Client().get(f"{address(made)}?lang=fa").content.decode()
    assert '<html lang="fa" dir="rtl">' in persian
    assert Client().get(f"{address(made)}?lang=xx").status_code == 200
    answer = Client().post(f"{address(made)}?lang=fa")
    assert answer["Location"].endswith("/thanks/?lang=fa")


def test_a_text_whose_page_is_off_is_signed_without_links_to_it(site: SmallSite) -> None:
    made = invited(site)
    page = made.version.charter.page
    page.unpublish()
    told = Client().get(address(made)).content.decode()
    assert "راستی" in told
    assert f'href="{page.url}' not in told
    thanks = Client().get(Client().post(address(made))["Location"])
    assert thanks.status_code == 200
    assert "signatures/1/" not in thanks.content.decode()


def test_a_flood_from_one_address_signs_nothing(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made = invited(site)
    monkeypatch.setattr(sign_views, "MOST_SENT", 0)
    assert Client().post(address(made)).status_code == 429
    assert not Signature.objects.exists()
    assert token_of(made) not in caplog.text


def test_whoever_has_no_seat_any_more_is_told_that_it_is_a_pledge(site: SmallSite) -> None:
    made = invited(site)
    seated = Client().get(address(made))
    assert not seated.context["signing"].is_pledge
    over = today() - A_DAY
    Appointment.objects.filter(person=made.person).update(until=over, surely_until=over)
    assert Client().get(address(made)).context["signing"].is_pledge
