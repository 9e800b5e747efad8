import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client

from tests.directory.making import agency
from tests.directory.staff import address, agency_words, words_of
from wagtail_prcouncil.directory import forms
from wagtail_prcouncil.directory.models import Agency, Person

CLOSED = {"closed_on": dt.date(2020, 1, 1), "closing_reason": "abolished"}


def told(response: HttpResponse) -> str:
    return "\n".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"name": "آب"}, {"name": "آب", "closed": True}),
        ({"name": "آب"}, {"name": "سازمان آب", "also": "آب"}),
        ({"name": "سازمان آب", "also": "آب"}, {"name": "آب"}),
        ({"name": "راه‌داری"}, {"name": "راه داري", "elsewhere": True}),
    ],
)
def test_others_of_the_name_are_linked(
    admin: Client, mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    place = {"parent": agency()} if theirs.get("elsewhere") else {}
    other = agency(theirs["name"], **(CLOSED if theirs.get("closed") else {}), **place)
    if theirs.get("also"):
        other.other_names.create(name=theirs["also"])
        other.save()
    also = [mine["also"]] if "also" in mine else []
    response = admin.post(address("add"), agency_words(*also, name=mine["name"], code="mine"))
    assert response.status_code == 302
    assert address("edit", other) in told(response)


def test_a_name_of_its_own_is_no_news(admin: Client) -> None:
    row = agency("آب")
    agency("برق")
    response = admin.post(address("edit", row), words_of(row, name="آب‌ها"))
    assert "others of this name" not in told(response)
    assert address("edit", row) in told(response)


@contextmanager
def between_form_and_database(monkeypatch: pytest.MonkeyPatch, happens: Any) -> Iterator[None]:
    """What another editor does after our form was found good: once, at its last look."""
    look = forms.twin

    def late(row: Agency) -> Agency | None:
        seen = look(row)
        monkeypatch.setattr(forms, "twin", look)
        happens()
        return seen

    monkeypatch.setattr(forms, "twin", late)
    yield


def test_of_two_who_add_at_once_the_later_is_told(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with between_form_and_database(monkeypatch, lambda: agency("آب", code="first")):
        response = admin.post(address("add"), agency_words(name="آب", code="second"))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["name"]
    assert Agency.objects.get(name="آب").code == "first"


def test_of_two_who_move_at_once_the_later_is_told(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = agency(), agency()
    with between_form_and_database(
        monkeypatch, lambda: Agency.objects.filter(pk=second.pk).update(parent=first)
    ):
        response = admin.post(address("edit", first), words_of(first, parent=second.pk))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["parent"]


def test_persons_of_one_name(admin: Client) -> None:
    other = Person.objects.create(name="نمونه")
    empty = ["honorific_prefix", "honorific_prefix_en", "name_en", "photo", "other_posts"]
    words = dict.fromkeys([*empty, "other_posts_en"], "") | {"name": "نمونه"}
    response = admin.post(address("add", model="person"), words)
    assert response.status_code == 302
    assert address("edit", other, "person") in told(response)


def test_the_header_offers_the_change_that_is_due(admin: Client) -> None:
    row = agency()
    assert address("close", row) in admin.get(address("edit", row)).content.decode()
    Agency.objects.filter(pk=row.pk).update(**CLOSED)
    text = admin.get(address("edit", row)).content.decode()
    assert address("reopen", row) in text
    assert address("close", row) not in text


def test_nothing_is_saved_before_somebody_asks(admin: Client) -> None:
    """Wagtail 8 saves what has revisions while one types; an agency has no draft to save it in."""
    row, person = agency(), Person.objects.create(name="نمونه")
    for screen in (
        address("add"),
        address("edit", row),
        address("add", model="person"),
        address("edit", person, "person"),
    ):
        response = admin.get(screen)
        assert not response.context.get("autosave_enabled")
        assert "w-autosave#save" not in response.content.decode()


def test_the_screen_has_a_heading(admin: Client) -> None:
    """The words in its breadcrumbs are none, and Wagtail's own screens of snippets go without."""
    assert "<h1" in admin.get(address("edit", agency())).content.decode()
    assert "<h1" in admin.get(address("add", model="person")).content.decode()
