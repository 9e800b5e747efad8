"""The demo's register in the database: loaded twice it is the same, and it grows on demand."""

import pytest
from home.demo.agencies import load_generated_agencies, load_register
from home.demo.register import read_agencies, read_persons

from wagtail_prcouncil.directory.models import Agency, Person

pytestmark = pytest.mark.django_db


def test_closed_agencies_have_their_successors() -> None:
    agencies = load_register()
    assert len(agencies) == len(read_agencies())
    assert Person.objects.count() == len(read_persons())
    khorasan = Agency.objects.get(code="khorasan")
    assert khorasan.is_closed
    assert khorasan.successors().count() == 3
    assert agencies["water"].other_names.get().name == "سازمان آب نمونه"
    assert agencies["museum"].parent == agencies["heritage"]


def test_what_an_editor_changed_stays() -> None:
    load_register()
    Agency.objects.filter(code="water").update(name="سازمان آب")
    Agency.objects.filter(code="museum").delete()
    load_register()
    assert Agency.objects.get(code="water").name == "سازمان آب"
    assert Agency.objects.filter(code="museum").exists()
    assert Agency.objects.count() == len(read_agencies())
    assert Person.objects.count() == len(read_persons())


def test_it_grows_to_the_size_of_a_ministry() -> None:
    load_register()
    assert load_generated_agencies(600) == 600 - len(read_agencies())
    assert load_generated_agencies(600) == 0
    assert Agency.objects.count() == 600
    for agency in Agency.objects.order_by("pk")[100:110]:
        agency.full_clean()
