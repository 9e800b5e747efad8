"""What holds a charter, and what a charter holds (rule A20): the admin lists it, nobody gets an
error."""

import pytest
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.charters.making import (
    A_DAY,
    adopted,
    charter,
    draft,
    fresh,
    in_english,
    signatory,
    signed,
)
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import inviting, particulars, reviewing
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion, Partner
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.persian.jalali import to_jalali


def of_page(page: Page) -> list[str]:
    """The addresses by which it is deleted: alone, and as one of several."""
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return [reverse("wagtailadmin_pages:delete", args=[page.pk]), f"{bulk}?id={page.pk}"]


def of_row(row: Agency | Person) -> list[str]:
    name = row._meta.model_name
    bulk = reverse("wagtail_bulk_action", args=["prcouncil_directory", name, "delete"])
    alone = reverse(f"wagtailsnippets_prcouncil_directory_{name}:delete", args=[row.pk])
    return [alone, f"{bulk}?id={row.pk}"]


def refusals(client: Client, addresses: list[str]) -> list[HttpResponse]:
    """What each answers to a look and to a click."""
    alone, in_bulk = addresses  # a page in bulk is looked at before anybody asks what holds it
    found = [client.get(alone), client.post(alone), client.post(in_bulk)]
    assert [response.status_code for response in found] == [409] * len(found)
    return found


def names(client: Client, addresses: list[str], one: Charter) -> None:
    """Each names the charter and leads to its desk."""
    desk = reverse("prcouncil_charters:edit", args=[one.pk])
    for response in refusals(client, addresses):
        text = response.content.decode()
        assert str(one) in text
        assert desk in text


def test_the_last_page_of_what_was_adopted_stays(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site), title="میثاق پایدار")
    adopted(one)
    with pytest.raises(ProtectedError):
        CharterPage.objects.get(pk=one.page_id).delete()
    above = one.page.get_parent()
    for page in (one.page, above):
        names(admin_client, of_page(page), one)
    assert fresh(one).versions.count() == 1


def test_its_council_and_a_council_that_shares_it_stay(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site), title="میثاق پایدار")
    partner = council(site)
    particulars.set_particulars(
        one, kind=one.kind, authoritative="fa", partners=[partner], version=None
    )
    names(admin_client, of_page(partner), one)
    adopted(one)
    names(admin_client, of_page(one.council), one)
    assert CouncilPage.objects.filter(pk__in=[partner.pk, one.council_id]).count() == 2
    assert Partner.objects.count() == 1


def test_a_draft_goes_with_its_page(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site))
    draft(one)
    assert admin_client.post(of_page(one.page)[0]).status_code == 302
    assert not Charter.objects.exists()
    assert not CharterVersion.objects.exists()


def test_one_of_two_languages_goes_and_what_was_adopted_stays(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    version = adopted(one)
    assert admin_client.post(of_page(one.page)[0]).status_code == 302
    row = fresh(one)
    assert row.page_id == english.pk
    assert CharterVersion.objects.get(pk=version.pk).texts == version.texts
    assert Client().get(english.url).status_code == 200
    names(admin_client, of_page(english), row)


def test_who_has_signed_and_for_whom_stays(site: SmallSite, admin_client: Client) -> None:
    made = signed(adopted(charter(council(site))))
    for row in (made.agency, made.person):
        for response in refusals(admin_client, of_row(row)):
            assert str(made) in response.content.decode()


def test_who_was_invited_stays(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site), title="میثاق پایدار")
    place, somebody = signatory(one)
    assert place.agency is not None
    facts = {"agency": place.agency, "person": somebody, "email": "a@b.example"}
    inviting.invite(adopted(one), expires_on=today() + A_DAY, **facts)  # type: ignore[arg-type]
    for row in (place.agency, somebody):
        names(admin_client, of_row(row), one)


def test_an_agency_that_was_reviewed_stays(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site), title="میثاق پایدار")
    adopted(one)
    whose, year = agency(), to_jalali(today()).year
    reviewing.review(one, anchor="art_3", agency=whose, year=year, verdict=Verdict.KEPT)
    names(admin_client, of_row(whose), one)
