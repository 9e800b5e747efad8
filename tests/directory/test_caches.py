import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests import test_purging
from tests.directory.making import agency, register
from tests.making import SmallSite, small_site
from wagtail_prcouncil.directory.actions import close_agency, reopen_agency
from wagtail_prcouncil.directory.caches import forget_after_commit
from wagtail_prcouncil.directory.models import Agency

ALWAYS = {"/agencies/", "/agencies/popolo.json", "/agencies/export.csv", "/en/agencies/"}


@pytest.fixture
def site(db: None) -> Iterator[SmallSite]:
    chosen = {"here": {"BACKEND": "tests.test_purging.WrittenDown"}}
    with override_settings(WAGTAILFRONTENDCACHE=chosen):
        site = small_site()
        register(site)
        test_purging.purged.clear()
        yield site


def profiles() -> set[str]:
    """Codes of the agencies whose Persian profiles were forgotten, beside what always is."""
    paths = test_purging.paths()
    assert paths >= ALWAYS
    return {path.split("/")[2] for path in paths - ALWAYS if path.startswith("/agencies/")}


def test_an_agency_and_those_around_it(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    top = agency(code="top")
    water = agency(code="water", parent=top)
    agency(code="below", parent=water)
    agency(code="beside", parent=top)
    with django_capture_on_commit_callbacks(execute=True):
        forget_after_commit(water)
    assert profiles() == {"top", "water", "below"}


def test_closing_and_opening_again(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    old, new = agency(code="old"), agency(code="new")
    for change in (
        lambda: close_agency(old, on=dt.date(2024, 1, 1), reason="merged", successors=[new]),
        lambda: reopen_agency(old),
    ):
        test_purging.purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert profiles() == {"old", "new"}


def test_an_editor_changes_and_an_administrator_deletes(
    site: SmallSite, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(User.objects.create_superuser("root"))
    water = agency("آب", code="water")
    words = {"name": "آب و باد", "code": "water", "kind": "organisation"}
    form = nested_form_data(words | {"other_names": inline_formset([])})
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[water.pk])
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, form)
    assert answer.status_code == 302, answer.context["form"].errors
    assert profiles() == {"water"}
    test_purging.purged.clear()
    address = reverse(Agency.snippet_viewset.get_url_name("delete"), args=[water.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.get(address)
        assert test_purging.purged == []
        client.post(address)
    assert profiles() == {"water"}


def admin_address(verb: str, row: Agency) -> str:
    return reverse(Agency.snippet_viewset.get_url_name(verb), args=[row.pk])


def test_those_around_a_moved_agency_before_and_after(
    site: SmallSite, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(User.objects.create_superuser("root"))
    left, right = agency(code="left"), agency(code="right")
    water = agency("آب", code="water", parent=left)
    words = {"name": "آب", "code": "rain", "kind": "organisation", "parent": right.pk}
    form = nested_form_data(words | {"other_names": inline_formset([])})
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(admin_address("edit", water), form).status_code == 302
    assert profiles() == {"left", "right", "water", "rain"}


def test_nothing_is_forgotten_before_the_row_is_gone(
    site: SmallSite, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(User.objects.create_superuser("root"))
    old, new = agency(code="old", parent=agency(code="top")), agency(code="new")
    close_agency(old, on=dt.date(2024, 1, 1), reason="merged", successors=[new])
    test_purging.purged.clear()
    held = client.post(admin_address("delete", new))
    assert held.status_code == 409
    assert test_purging.purged == []
    with django_capture_on_commit_callbacks(execute=True):
        client.post(admin_address("delete", old))
    assert not Agency.objects.filter(pk=old.pk).exists()
    assert profiles() == {"old", "top", "new"}
