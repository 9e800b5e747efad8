import datetime as dt

import pytest

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.public.popolo import document, organization

pytestmark = pytest.mark.django_db

BASE = "https://example.invalid/agencies/"
# popoloproject.com/specs/organization.html
ORGANIZATION = {
    *("id", "name", "other_names", "identifiers", "classification", "parent_id", "area_id"),
    *("abstract", "description", "founding_date", "dissolution_date", "image"),
    *("contact_details", "links"),
}


@pytest.fixture
def water() -> Agency:
    row = agency(
        "سازمان آب",
        code="water",
        name_en="Water",
        kind="provincial_directorate",
        parent=agency(code="ministry"),
        province=Province.objects.get(code="IR-26"),
        summary="آب شهرها",
        website="https://water.example.invalid/",
        email="pr@example.invalid",
        telephone="021-1",
        founded_on=dt.date(2001, 2, 3),
    )
    row.other_names.create(name="آبفا")
    return row


def test_an_agency(water: Agency) -> None:
    told = organization(water, BASE)
    assert set(told) <= ORGANIZATION
    assert told["other_names"] == [{"name": "Water", "note": "English"}, {"name": "آبفا"}]
    assert told["identifiers"] == [{"scheme": BASE, "identifier": "water"}]
    assert (told["parent_id"], told["area_id"]) == ("ministry", "IR-26")
    assert told["founding_date"] == "2001-02-03"
    assert "dissolution_date" not in told
    assert {"type": "email", "value": "pr@example.invalid"} in told["contact_details"]
    assert {"url": f"{BASE}water/", "note": "profile"} in told["links"]


def test_a_closed_agency_names_who_carries_on(water: Agency) -> None:
    heir = agency(code="heir")
    close_agency(water, on=dt.date(2024, 3, 20), reason="merged", successors=[heir])
    told = organization(Agency.objects.get(pk=water.pk), BASE)
    assert told["dissolution_date"] == "2024-03-20"
    assert {"url": f"{BASE}heir/", "note": "successor"} in told["links"]


def test_all_of_them_with_the_provinces(water: Agency) -> None:
    told = document(Agency.objects.by_name(), Province.objects.by_name(), BASE)
    assert {row["id"] for row in told["organizations"]} == {"water", "ministry"}
    assert len(told["areas"]) == 31
    assert told["areas"][0] == {
        "id": "IR-03",
        "name": "آذربایجان شرقی",
        "identifier": "IR-03",
        "classification": "province",
    }
