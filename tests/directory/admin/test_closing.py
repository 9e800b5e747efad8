import datetime as dt
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry, Page

from tests.directory.making import agency
from tests.directory.staff import address, with_permissions
from tests.making import SmallSite, live_news
from tests.staging import with_references
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency

DAY = dt.date(2024, 3, 20)


def words(*successors: Agency | str, on: str = "۱۴۰۳/۰۱/۰۱", reason: str = "abolished") -> Any:
    data = {"on": on, "reason": reason, "successors-count": str(len(successors))}
    for place, one in enumerate(successors):
        key = f"successors-{place}"
        data |= {f"{key}-deleted": "", f"{key}-order": str(place), f"{key}-type": "agency"}
        data |= {f"{key}-id": "", f"{key}-value": str(getattr(one, "pk", one))}
    return data


def close(client: Client, row: Agency, *successors: Agency | str, **fields: str) -> HttpResponse:
    return client.post(address("close", row), words(*successors, **fields))


def text(response: HttpResponse) -> str:
    return response.content.decode()


def test_closing_with_a_successor(admin: Client) -> None:
    old, new = agency("سازمان کهن"), agency("سازمان نو")
    response = close(admin, old, new, reason="merged")
    assert (response.status_code, response.url) == (302, address("edit", old))
    old.refresh_from_db()
    assert (old.closed_on, old.closing_reason, list(old.successors())) == (DAY, "merged", [new])
    screen = text(admin.get(address("edit", old)))
    for word in ("سازمان نو", "۱ فروردین ۱۴۰۳", address("reopen", old)):
        assert word in screen
    assert address("close", old) not in screen


def test_to_ask_changes_nothing_and_tells_what_it_means(admin: Client, site: SmallSite) -> None:
    old = agency()
    below = agency("ادارهٔ زیرین", parent=old)
    page = with_references(live_news(site, agency=old))
    screen = text(admin.get(address("close", old)))
    for word in (below.name, address("edit", below), page.title, address("usage", old)):
        assert word in screen
    assert not Agency.objects.get(pk=old.pk).is_closed


def test_of_drafts_that_one_may_not_edit_only_the_kind_is_told(site: SmallSite) -> None:
    old = agency()
    page = with_references(live_news(site, agency=old, title="پیش‌نویس محرمانه"))
    Page.objects.filter(pk=page.pk).update(live=False)
    screen = with_permissions("change_agency").get(address("close", old))
    assert page.title not in text(screen)
    assert screen.context["uses"] == [{"kind": Page._meta.verbose_name, "name": "", "url": None}]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"on": ""}, "on"),
        ({"on": "۱۴۰۴/۱۲/۳۰"}, "on"),
        ({"on": "۱۴۹۹/۰۱/۰۱"}, "on"),
        ({"reason": ""}, "reason"),
        ({"reason": "weather"}, "reason"),
        ({"reason": "merged"}, "successors"),
    ],
)
def test_errors_stand_beside_their_field(admin: Client, fields: dict[str, str], field: str) -> None:
    old = agency()
    response = close(admin, old, **fields)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not Agency.objects.get(pk=old.pk).is_closed


def test_two_successors_where_one_is_due_and_nothing_typed_is_lost(admin: Client) -> None:
    old, new, other = agency(), agency("سازمان نو"), agency("سازمان نوتر")
    response = close(admin, old, new, other, reason="replaced")
    assert list(response.context["form"].errors) == ["successors"]
    assert "۱۴۰۳/۰۱/۰۱" in text(response)
    stored = response.context["form"]["successors"].value()
    assert [block.value for block in stored] == [new, other]


@pytest.mark.parametrize("typed", ["999999", "آب", ""])
def test_successors_that_there_are_not(admin: Client, typed: str) -> None:
    response = close(admin, agency(), typed, reason="merged")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["successors"]


def test_open_agencies_below_are_named(admin: Client) -> None:
    old = agency()
    agency("ادارهٔ زیرین", parent=old)
    response = close(admin, old)
    assert response.status_code == 200
    assert "ادارهٔ زیرین" in str(response.context["form"].non_field_errors())


def test_who_was_first_is_told(admin: Client) -> None:
    old = agency()
    first = with_permissions("change_agency")
    assert close(first, old).status_code == 302
    response = close(admin, old)
    assert response.status_code == 409
    assert "user-change_agency" in text(response)
    assert admin.get(address("close", old)).status_code == 302


def test_opening_again(admin: Client) -> None:
    old, new = agency(), agency("سازمان نو")
    close_agency(old, on=DAY, reason="merged", successors=[new])
    assert "سازمان نو" in text(admin.get(address("reopen", old)))
    assert Agency.objects.get(pk=old.pk).is_closed
    assert admin.post(address("reopen", old)).status_code == 302
    assert not Agency.objects.get(pk=old.pk).is_closed
    assert admin.post(address("reopen", old)).status_code == 409
    assert admin.get(address("reopen", old)).status_code == 302


def test_why_it_cannot_be_opened_again(admin: Client) -> None:
    old = agency("آب")
    close_agency(old, on=DAY, reason="abolished")
    agency("آب")
    response = admin.post(address("reopen", old))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()


@pytest.mark.parametrize("verb", ["close", "reopen"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_those_who_may_change(db: None, verb: str, method: str) -> None:
    old = agency()
    client = with_permissions("view_agency")
    response = getattr(client, method)(address(verb, old))
    assert response.status_code == 302
    assert "login" in response.url or response.url.endswith("/admin/")
    assert not ModelLogEntry.objects.filter(object_id=str(old.pk)).exists()
    assert getattr(Client(), method)(address(verb, old)).status_code == 302


def test_an_agency_that_there_is_not(admin: Client) -> None:
    gone = agency()
    Agency.objects.all().delete()
    assert admin.get(address("close", gone)).status_code == 404
