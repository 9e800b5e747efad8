import datetime as dt

import pytest

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.directory.namesakes import agencies_named, persons_named, twin

pytestmark = pytest.mark.django_db


def test_a_twin_has_the_place_too() -> None:
    above = agency()
    kept = agency("روابط‌عمومی", parent=above)
    assert twin(Agency(name="روابط عمومي", parent=above)) == kept
    assert twin(Agency(name="روابط عمومي")) is None
    assert twin(kept) is None


def test_a_closed_agency_is_nobodys_twin() -> None:
    agency("آب")
    assert twin(Agency(name="آب", closed_on=dt.date(2020, 1, 1))) is None


def test_namesakes_by_any_name_and_once_each() -> None:
    other = agency("سازمان آب")
    for name in ("آب", "آبها"):
        other.other_names.create(name=name)
    other.save()
    row = agency("آب")
    assert list(agencies_named(["آب", "سازمان آب", "آبها"], beside=row)) == [other]
    assert list(agencies_named(["  "], beside=row)) == []


def test_persons() -> None:
    first, second = (Person.objects.create(name=name) for name in ("نمونه", "نمونه"))
    assert list(persons_named(first)) == [second]
