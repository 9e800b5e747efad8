"""A member signs with his login."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.charters.making import A_DAY, adopted, charter, draft, fresh, rewritten, signatory
from tests.councils.admin.desk import logged_in
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import invite, revoke
from wagtail_prcouncil.charters.admin.to_sign import ToSignPanel, url_of
from wagtail_prcouncil.charters.models import Invitation, Signature
from wagtail_prcouncil.charters.states import InvitationState, Method
from wagtail_prcouncil.councils.models.seat import today

HOME = "wagtailadmin_home"


@pytest.fixture
def made(site: SmallSite) -> Invitation:
    """For somebody with a login and no rights but to enter."""
    version = adopted(charter(council(site), title="میثاق راستی"))
    place, person = signatory(version.charter)
    assert place.agency is not None
    user = member_of(group_for())
    end = today() + A_DAY
    return invite(version, agency=place.agency, person=person, user=user, expires_on=end)


def test_what_waits_stands_on_the_dashboard_and_is_signed_there(made: Invitation) -> None:
    client = logged_in(made.user)
    assert url_of(made) in client.get(reverse(HOME)).content.decode()
    page = client.get(url_of(made))
    told = page.content.decode()
    assert page.status_code == 200
    for words in ("میثاق راستی", "راستی", made.version.digests["fa"], made.agency.name):
        assert words in told
    assert not Signature.objects.exists()
    assert client.post(url_of(made))["Location"] == reverse(HOME)
    signature = Signature.objects.get()
    assert (signature.method, signature.recorded_by) == (Method.LINK, made.user)
    assert url_of(made) not in client.get(reverse(HOME)).content.decode()


def test_it_is_signed_once_and_told_what_became_of_it(made: Invitation) -> None:
    client = logged_in(made.user)
    client.post(url_of(made))
    assert client.post(url_of(made)).status_code == 409
    seen = client.get(url_of(made))
    assert seen.status_code == 200
    assert seen.context["refusal"]
    assert Signature.objects.count() == 1


def test_whoever_has_signed_is_led_to_the_certificate(made: Invitation) -> None:
    client = logged_in(made.user)
    certificate = f"{made.version.charter.page.url}versions/1/signatures/1/"
    (told,) = client.post(url_of(made), follow=True).context["messages"]
    assert f'href="{certificate}"' in str(told)
    for answer in (client.get(url_of(made)), client.post(url_of(made))):
        assert answer.content.decode().count(f'href="{certificate}"') == 1
    assert client.get(certificate).status_code == 200


def test_where_readers_have_no_page_there_is_no_certificate(made: Invitation) -> None:
    made.version.charter.page.unpublish()
    client = logged_in(made.user)
    (told,) = client.post(url_of(made), follow=True).context["messages"]
    assert "href" not in str(told)
    assert "signatures/1/" not in client.get(url_of(made)).content.decode()


def test_the_digest_runs_from_the_left(made: Invitation) -> None:
    told = logged_in(made.user).get(url_of(made)).content.decode()
    assert f'dir="ltr">{made.version.digests["fa"]}</bdi>' in told


def test_what_is_for_another_login_is_not_there(made: Invitation) -> None:
    stranger = logged_in(member_of(group_for()))
    assert stranger.get(url_of(made)).status_code == 404
    assert stranger.post(url_of(made)).status_code == 404
    assert url_of(made) not in stranger.get(reverse(HOME)).content.decode()
    assert Client().post(url_of(made)).status_code == 302  # to the login
    made.refresh_from_db()
    assert made.state == InvitationState.OPEN


def superseded(made: Invitation) -> None:
    one = made.version.charter
    draft(one)
    rewritten(one, "دیگر")
    adopted(one, days=0)


def expired(made: Invitation) -> None:
    Invitation.objects.filter(pk=made.pk).update(expires_on=today() - A_DAY)


@pytest.mark.parametrize("over", [revoke, expired, superseded])
def test_what_is_over_waits_no_longer(made: Invitation, over: Any) -> None:
    over(made)
    client = logged_in(made.user)
    assert url_of(made) not in client.get(reverse(HOME)).content.decode()
    assert client.get(url_of(made)).context["refusal"]
    assert client.post(url_of(made)).status_code in (200, 409)
    assert not Signature.objects.exists()


def test_the_dashboard_asks_one_query_for_it(
    made: Invitation, django_assert_max_num_queries: Any
) -> None:
    assert made.user is not None
    request = RequestFactory().get("/")
    request.user = made.user
    with django_assert_max_num_queries(1):
        ToSignPanel(request).get_context_data()


def test_what_is_signed_is_named_by_its_own_text(made: Invitation) -> None:
    draft(made.version.charter)
    page = fresh(made.version.charter).page.get_latest_revision_as_object()
    page.title = "نام تازه"
    page.save_revision().publish()
    client = logged_in(made.user)
    assert client.get(url_of(made)).context["view"].get_page_subtitle().startswith("میثاق راستی")
    (told,) = client.post(url_of(made), follow=True).context["messages"]
    assert "نام تازه" not in str(told)
