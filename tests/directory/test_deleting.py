"""What an agency in use answers to its deletion (rule A20), and what one that is gone leaves."""

import datetime as dt

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.directory.making import agency
from tests.directory.staff import address, agency_words
from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, Person


def refused(response: HttpResponse) -> str:
    assert response.status_code == 409
    return response.content.decode()


def in_bulk(*rows: Agency) -> str:
    url = reverse("wagtail_bulk_action", args=["prcouncil_directory", "agency", "delete"])
    return f"{url}?{'&'.join(f'id={row.pk}' for row in rows)}"


@pytest.mark.parametrize("method", ["get", "post"])
def test_agencies_below_are_named(admin: Client, method: str) -> None:
    top = agency()
    below = agency("ادارهٔ زیرین", parent=top)
    text = refused(getattr(admin, method)(address("delete", top)))
    assert below.name in text
    assert address("edit", below) in text
    assert Agency.objects.filter(pk=top.pk).exists()


def test_whoever_it_succeeds_is_named(admin: Client) -> None:
    old, new = agency("سازمان کهن"), agency()
    close_agency(old, on=dt.date(2024, 3, 20), reason="merged", successors=[new])
    assert "سازمان کهن" in refused(admin.post(address("delete", new)))


def test_pages_are_named(admin: Client, site: SmallSite) -> None:
    row = agency()
    page = live_news(site, agency=row)
    text = refused(admin.post(address("delete", row)))
    assert page.title in text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text


def test_several_at_once(admin: Client) -> None:
    top, other = agency(), agency()
    agency("ادارهٔ زیرین", parent=top)
    for method in (admin.get, admin.post):
        assert "ادارهٔ زیرین" in refused(method(in_bulk(top, other)))
    assert Agency.objects.count() == 3
    assert admin.post(in_bulk(other)).status_code == 302
    assert not Agency.objects.filter(pk=other.pk).exists()


def test_the_closing_of_a_deleted_agency_goes_with_it(admin: Client) -> None:
    old, new = agency(), agency()
    close_agency(old, on=dt.date(2024, 3, 20), reason="merged", successors=[new])
    assert admin.post(address("delete", old)).status_code == 302
    assert admin.post(address("delete", new)).status_code == 302


def test_what_nothing_holds_goes(admin: Client) -> None:
    person = Person.objects.create(name="نمونه")
    assert admin.post(address("delete", person, "person")).status_code == 302
    assert not Person.objects.exists()


def test_drafts_that_name_a_deleted_agency_open(admin: Client, site: SmallSite) -> None:
    row = agency("سازمان رفته")
    page = draft_news(site)
    page.agency = row
    page.save_revision()
    assert admin.post(address("delete", row)).status_code == 302
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert response.context["form"]["agency"].value() is None


def test_revisions_that_name_a_deleted_parent_open(admin: Client) -> None:
    top, other = agency(), agency()
    admin.post(address("add"), agency_words(name="زیرین", code="below", parent=top.pk))
    below = Agency.objects.get(code="below")
    words = agency_words(name="زیرین", code="below", parent=other.pk)
    assert admin.post(address("edit", below), words).status_code == 302
    assert admin.post(address("delete", top)).status_code == 302
    first = below.revisions.order_by("pk").first()
    name = "wagtailsnippets_prcouncil_directory_agency:revisions_revert"
    assert admin.get(reverse(name, args=[below.pk, first.pk])).status_code == 200
