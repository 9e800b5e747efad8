import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from tests.directory.making import agency, left_below
from tests.directory.staff import address, with_permissions
from wagtail_prcouncil.directory.admin.choosers import AgencyChooser
from wagtail_prcouncil.directory.models import Agency, Person, Province

CLOSED = {"closed_on": dt.date(2024, 3, 20), "closing_reason": "abolished"}


def offered(admin: Client, model: str = "agency", **parameters: str) -> HttpResponse:
    name = f"wagtailsnippetchoosers_prcouncil_directory_{model}:choose_results"
    response = admin.get(reverse(name), parameters)
    assert response.status_code == 200
    return response


def names(response: HttpResponse) -> list[str]:
    return [row.name for row in response.context["results"]]


@pytest.fixture
def three(db: None) -> dict[str, Agency]:
    qazvin = Province.objects.get(code="IR-26")
    return {
        "roads": agency("راه‌داری قزوین", kind="provincial_directorate", province=qazvin),
        "bank": agency("بانک نمونه", kind="bank"),
        "gone": agency("راه‌داری پیشین", **CLOSED),
    }


def test_closed_agencies_are_not_offered(admin: Client, three: dict[str, Agency]) -> None:
    assert names(offered(admin)) == ["بانک نمونه", "راه‌داری قزوین"]
    everything = offered(admin, with_closed="1")
    assert names(everything) == ["بانک نمونه", "راه‌داری پیشین", "راه‌داری قزوین"]


def test_found_in_any_spelling_and_narrowed(admin: Client, three: dict[str, Agency]) -> None:
    qazvin = str(three["roads"].province_id)
    assert names(offered(admin, q="راهداري")) == ["راه‌داری قزوین"]
    assert names(offered(admin, province=qazvin)) == ["راه‌داری قزوین"]
    assert names(offered(admin, kind="bank")) == ["بانک نمونه"]
    assert names(offered(admin, q="راهداري", kind="bank")) == []
    assert names(offered(admin, q="راهداري", with_closed="1", p="1")) != []


def test_bad_filters_narrow_nothing_and_break_nothing(
    admin: Client, three: dict[str, Agency]
) -> None:
    assert len(names(offered(admin, province="آب", kind="kingdom"))) == 2


def test_rows_tell_namesakes_apart(admin: Client, three: dict[str, Agency]) -> None:
    text = offered(admin).content.decode()
    assert "قزوین" in text
    assert three["bank"].get_kind_display() in text


def test_what_was_chosen_before_is_shown_though_it_is_closed(
    admin: Client, three: dict[str, Agency]
) -> None:
    kept = left_below(three["gone"])
    assert three["gone"].name in admin.get(address("edit", kept)).content.decode()


def test_the_dialog_carries_on_what_it_was_asked_for(admin: Client) -> None:
    widget = AgencyChooser(with_closed=True)
    response = admin.get(widget.get_chooser_modal_url())
    assert "with_closed=1" in response.json()["html"]
    assert "with_closed" not in AgencyChooser().get_chooser_modal_url()


def test_a_key_that_no_row_could_have() -> None:
    assert AgencyChooser().get_value_data("آب") is None


def test_persons_are_told_apart_by_their_post(admin: Client) -> None:
    Person.objects.create(name="نمونه", other_posts="سفیر در نمونه‌آباد\nاستاد")
    response = offered(admin, "person", q="نمونه")
    assert "سفیر در نمونه‌آباد" in response.content.decode()
    assert "استاد" not in response.content.decode()


def test_english_editors_read_english_names(admin: Client) -> None:
    row = agency("سازمان آب", name_en="Water Organisation")
    person = Person.objects.create(name="نمونه", name_en="N. Example", honorific_prefix_en="Dr")
    UserProfile.objects.create(user=User.objects.get(), preferred_language="en")
    text = offered(admin).content.decode()
    assert "Water Organisation" in text
    for model, key, name in (
        ("agency", row.pk, "Water Organisation"),
        ("person", person.pk, "Dr N. Example"),
    ):
        view = f"wagtailsnippetchoosers_prcouncil_directory_{model}:chosen"
        chosen = admin.get(reverse(view, args=[key])).json()["result"]
        assert chosen["string"] == name
    child = agency(parent=row)
    assert "Water Organisation" in admin.get(address("edit", child)).content.decode()
    assert "Water Organisation" in admin.get(address("close", row)).content.decode()


def test_a_chooser_speaks_the_language_of_each_request() -> None:
    chooser = AgencyChooser()
    with override("en"):
        assert str(chooser.choose_one_text) == "Choose an agency"
    with override("fa"):
        assert str(chooser.choose_one_text) != "Choose an agency"


def test_a_person_who_is_missing_can_be_made_by_those_who_may(db: None) -> None:
    """In the dialog, in the editor's own language."""
    name = "wagtailsnippetchoosers_prcouncil_directory_person:choose"
    may = with_permissions("view_person", "add_person").get(reverse(name)).json()["html"]
    assert 'name="name_en"' in may
    looking = with_permissions("view_person", "change_person").get(reverse(name)).json()["html"]
    assert 'name="name_en"' not in looking
