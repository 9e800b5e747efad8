import pytest
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import person, seat, sits
from tests.councils.public.making import BEGAN, LEFT, Peopled
from wagtail_prcouncil.councils.public.popolo import document

pytestmark = pytest.mark.django_db
URL = "https://example.invalid/councils/one/"
# popoloproject.com/specs: fields of each class that may be there
FIELDS = {
    "organizations": {
        *("id", "name", "other_names", "identifiers", "classification", "parent_id", "area_id"),
        *("abstract", "description", "founding_date", "dissolution_date", "image"),
        *("contact_details", "links"),
    },
    "posts": {
        *("id", "label", "other_label", "role", "organization_id", "area_id", "start_date"),
        *("end_date", "contact_details", "links"),
    },
    "memberships": {
        *("id", "label", "role", "member", "person_id", "organization_id", "post_id"),
        *("on_behalf_of_id", "area_id", "start_date", "end_date", "contact_details", "links"),
    },
    "persons": {
        *("id", "name", "other_names", "honorific_prefix", "honorific_suffix", "image", "links"),
    },
}


def test_fields_are_those_of_the_specification(made: Peopled) -> None:
    told = document(made.page, URL)
    assert set(told) == set(FIELDS)
    for kind, rows in told.items():
        assert rows
        for row in rows:
            assert set(row) <= FIELDS[kind], kind


def test_every_id_leads_somewhere(made: Peopled) -> None:
    told = document(made.page, URL)
    ids = {kind: {row["id"] for row in rows} for kind, rows in told.items()}
    for row in told["memberships"]:
        assert row["person_id"] in ids["persons"]
        assert row["post_id"] in ids["posts"]
        assert {row["organization_id"], row["on_behalf_of_id"]} <= ids["organizations"]
    assert {row["organization_id"] for row in told["posts"]} <= ids["organizations"]


def test_days_as_far_as_known(made: Peopled) -> None:
    told = document(made.page, URL)["memberships"]
    days = {row["person_id"]: (row["start_date"], row.get("end_date")) for row in told}
    assert days[str(made.left.pk)] == (BEGAN.isoformat(), LEFT.isoformat())
    assert days[str(made.head.pk)] == (BEGAN.isoformat(), None)
    assert days[str(made.first.pk)][0] == "2017"  # of 1396 no more is known


def test_names_in_both_languages(made: Peopled) -> None:
    persons = {row["id"]: row for row in document(made.page, URL)["persons"]}
    assert persons[str(made.head.pk)] == {
        "id": str(made.head.pk),
        "name": "بهار نمونه‌پور",
        "other_names": [{"name": "Bahar Nemunepur", "note": "English"}],
        "honorific_prefix": "دکتر",
    }


def test_queries_do_not_grow(
    made: Peopled, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(8):
        sits(seat(made.page), person())
    with django_assert_max_num_queries(5):
        assert len(document(made.page, URL)["posts"]) == 12
