import datetime as dt
from typing import Any

import pytest
from django.utils.translation import override

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.directory.tables import AGENCIES, PERSONS
from wagtail_prcouncil.exchange.tables import Table

pytestmark = pytest.mark.django_db


def rows(table: Table, queryset: Any) -> list[dict[str, Any]]:
    with override("en"):
        return [dict(zip(table.headings(), line, strict=True)) for line in table.lines(queryset)]


def test_an_agency_with_all_that_is_known_of_it() -> None:
    above, new = agency("وزارت نمونه", code="ministry"), agency(code="new")
    old = agency("آب", parent=above, province=Province.objects.get(code="IR-26"))
    old.other_names.create(name="آبها")
    old.save()
    close_agency(old, on=dt.date(2024, 3, 20), reason="merged", successors=[new])
    [row] = rows(AGENCIES, Agency.objects.filter(pk=old.pk))
    expected = {
        "Name": "آب",
        "Other names": "آبها",
        "Code of the body it belongs to": "ministry",
        "ISO 3166-2 code": "IR-26",
        "Closed on (Gregorian)": "2024-03-20",
        "Closed on (Jalali)": "1403/01/01",
        "Reason of closing": "merged into another",
        "Successors": "new",
    }
    assert {heading: row[heading] for heading in expected} == expected


def test_many_cost_no_more_than_one(django_assert_num_queries: Any) -> None:
    for _number in range(5):
        agency(parent=agency(), province=Province.objects.get(code="IR-26"))
    with django_assert_num_queries(3):
        rows(AGENCIES, Agency.objects.all())


def test_an_agency_without_a_place() -> None:
    agency()
    [row] = rows(AGENCIES, Agency.objects.all())
    assert row["Province"] == row["Belongs to"] == row["ISO 3166-2 code"] == ""


def test_persons() -> None:
    Person.objects.create(name="نمونه", honorific_prefix="دکتر", name_en="Sample")
    [row] = rows(PERSONS, Person.objects.all())
    assert (row["Honorific"], row["Name in English"]) == ("دکتر", "Sample")
