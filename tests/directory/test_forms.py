"""Through the real admin views: what a secretary types, and what they are told."""

import datetime as dt
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.directory.making import agency, left_below
from tests.directory.staff import address, agency_words, words_of
from wagtail_prcouncil.directory.models import Agency, Person, Province

CLOSED = {"closed_on": dt.date(2020, 1, 1), "closing_reason": "abolished"}


def add(admin: Client, *other_names: str, **fields: Any) -> HttpResponse:
    return admin.post(address("add"), agency_words(*other_names, **fields))


def refused(response: HttpResponse) -> dict[str, list[str]]:
    assert response.status_code == 200
    return response.context["form"].errors


def test_an_agency_with_all_its_words(admin: Client) -> None:
    above, qazvin = agency(), Province.objects.get(code="IR-26")
    response = add(
        admin,
        "راه و ترابری قزوین",
        name="ادارهٔ کل راه قزوین",
        name_en="Roads of Qazvin",
        code="roads-qazvin",
        parent=above.pk,
        province=qazvin.pk,
        founded_on="۱۳۹۰/۰۷/۰۱",
        telephone="۰۲۸-۳۳۳۳۳۳۳۳",
        postal_code="۳۴۱۵۶-۷۸۹۱۲",
        website="https://qazvin.example.invalid",
    )
    assert response.status_code == 302
    row = Agency.objects.get(code="roads-qazvin")
    assert (row.parent, row.province, row.founded_on) == (above, qazvin, dt.date(2011, 9, 23))
    assert (row.telephone, row.postal_code) == ("028-33333333", "3415678912")
    assert row.other_names.get().name == "راه و ترابری قزوین"
    assert row.latest_revision is not None


def test_a_code_is_made_of_the_english_name_and_of_nothing_else(admin: Client) -> None:
    assert add(admin, name="آب", name_en="Water Organisation").status_code == 302
    assert add(admin, name="آب دوم", name_en="Water Organisation").status_code == 302
    codes = Agency.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["water-organisation", "water-organisation-2"]
    response = add(admin, name="برق", summary="نوشتهٔ دراز می‌ماند")
    assert list(refused(response)) == ["code"]
    assert "نوشتهٔ دراز می‌ماند" in response.content.decode()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "  "),
        ("code", "سازمان"),
        ("code", "Two Words"),
        ("kind", "kingdom"),
        ("parent", "999999"),
        ("parent", "آب"),
        ("province", "999999"),
        ("founded_on", "۱۴۰۴/۱۲/۳۰"),
        ("website", "not an address"),
        ("email", "nobody"),
        ("postal_code", "۱۲۳"),
        ("telephone", "1" * 41),
        ("telephone", "داخلی"),
        ("name", "آ" * 201),
    ],
)
def test_bad_input_is_an_error_beside_its_field(admin: Client, field: str, typed: str) -> None:
    response = add(admin, **({"code": "sample"} | {field: typed}))
    assert list(refused(response)) == [field]
    assert not Agency.objects.exists()


def test_the_same_name_in_the_same_place_names_the_other(admin: Client) -> None:
    above = agency()
    agency("سازمان روابط‌عمومی", parent=above, code="first")
    response = add(admin, name="سازمان روابط عمومي", code="second", parent=above.pk)
    errors = refused(response)
    assert list(errors) == ["name"]
    assert "first" in errors["name"][0]
    assert add(admin, name="سازمان روابط عمومي", code="second").status_code == 302


def test_an_agency_is_no_duplicate_of_itself(admin: Client) -> None:
    row = agency("آب")
    assert admin.post(address("edit", row), words_of(row)).status_code == 302


def test_a_code_in_use(admin: Client) -> None:
    agency(code="taken")
    assert list(refused(add(admin, code="taken"))) == ["code"]


def test_a_closed_agency_is_no_new_parent(admin: Client) -> None:
    gone = agency(**CLOSED)
    assert list(refused(add(admin, code="new", parent=gone.pk))) == ["parent"]
    kept = left_below(gone)
    response = admin.post(address("edit", kept), words_of(kept, name="نام دیگر"))
    assert response.status_code == 302


def test_founded_after_it_was_closed(admin: Client) -> None:
    gone = agency(**CLOSED)
    response = admin.post(address("edit", gone), words_of(gone, founded_on="۱۴۰۰/۰۱/۰۱"))
    assert list(refused(response)) == ["founded_on"]


def test_a_cycle_is_an_error_beside_the_parent(admin: Client) -> None:
    top = agency()
    below = agency(parent=top)
    response = admin.post(address("edit", top), words_of(top, parent=below.pk))
    assert list(refused(response)) == ["parent"]


def test_a_person(admin: Client) -> None:
    words = dict.fromkeys(["name_en", "honorific_prefix_en", "photo", "other_posts_en"], "")
    words |= {"name": "نمونه", "honorific_prefix": "دكتر", "other_posts": "سفیر\nاستاد"}
    assert admin.post(address("add", model="person"), words).status_code == 302
    row = Person.objects.get()
    assert (row.honorific_prefix, str(row)) == ("دکتر", "دکتر نمونه")
    again = admin.post(address("add", model="person"), words | {"name": ""})
    assert list(refused(again)) == ["name"]
