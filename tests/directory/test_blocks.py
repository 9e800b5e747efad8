import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StreamBlock

from tests.directory.making import agency
from tests.directory.staff import chief
from wagtail_prcouncil.directory.blocks import AgencyChooserBlock, PersonChooserBlock
from wagtail_prcouncil.directory.models import Person

pytestmark = pytest.mark.django_db


def test_a_block_shows_the_name_in_the_language_of_the_page() -> None:
    row = agency("سازمان آب", name_en="Water Organisation")
    block = AgencyChooserBlock()
    with override("en"):
        assert block.render(row).strip() == "Water Organisation"
    with override("fa"):
        assert block.render(row).strip() == "سازمان آب"
    assert block.render(None).strip() == ""


def test_a_person_comes_with_the_honorific() -> None:
    person = Person.objects.create(name="نمونه", honorific_prefix="دکتر")
    with override("fa"):
        assert PersonChooserBlock().render(person).strip() == "دکتر نمونه"


def test_the_preview_shows_an_open_agency_of_ones_own() -> None:
    assert AgencyChooserBlock().get_preview_value() is None
    agency("آب", closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    row = agency("برق")
    assert AgencyChooserBlock().get_preview_value() == row
    assert PersonChooserBlock().get_preview_value() is None


def test_a_definition_in_a_migration_names_no_model() -> None:
    _path, arguments, words = AgencyChooserBlock(required=False).deconstruct()
    assert (arguments, words) == ((), {"required": False})
    AgencyChooserBlock(*arguments, **words)


def test_keys_that_no_row_has_are_errors(admin: Client) -> None:
    block = StreamBlock([("agency", AgencyChooserBlock())])
    child = block.child_blocks["agency"]
    assert child.value_from_form("آب") is None
    assert child.value_from_form("999999") is None


def test_whether_closed_ones_are_offered() -> None:
    url = AgencyChooserBlock(with_closed=True).widget.get_chooser_modal_url()
    assert "with_closed" in url
    assert "with_closed" not in AgencyChooserBlock().widget.get_chooser_modal_url()
    assert chief().get(url).status_code == 200
    assert reverse("wagtailsnippetchoosers_prcouncil_directory_agency:choose") in url
