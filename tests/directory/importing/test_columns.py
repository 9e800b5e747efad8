import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from wagtail_prcouncil.directory.importing.columns import code, columns
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.directory.tables import AGENCIES
from wagtail_prcouncil.exchange.columns import ImportColumn
from wagtail_prcouncil.persian.text import fold

pytestmark = pytest.mark.django_db


def by_name() -> dict[str, ImportColumn]:
    return {column.name: column for column in columns(Province.objects.all())}


def test_no_heading_means_two_columns() -> None:
    keys = [key for column in by_name().values() for key in column.heading_keys()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_headings_of_the_exported_register_are_known(language: str) -> None:
    known = {key for column in by_name().values() for key in column.heading_keys()}
    with override(language):
        unknown = {heading for heading in AGENCIES.headings() if fold(heading) not in known}
    assert len(unknown) == 1  # the name of the body above, which only explains


def test_codes_are_small_and_ascii() -> None:
    assert code("ROADS-۱۲") == "roads-12"
    with pytest.raises(ValidationError):
        code("راه")


@pytest.mark.parametrize("text", ["قزوين", "Qazvin", "ir-26", "استان قزوین", "IR-۲۶"])
def test_a_province_in_any_spelling(text: str) -> None:
    assert by_name()["province"].parse(text) == "IR-26"


def test_examples_can_be_read() -> None:
    for column in by_name().values():
        if column.example:
            assert column.show(column.parse(str(column.example)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("website", "no address"),
        ("email", "nobody"),
        ("postal_code", "12345678901"),
        ("postal_code", "12"),
        ("telephone", "call me <b>"),
        ("name", "ن" * 201),
        ("other_names", "ن" * 201),
        ("province", "Utopia"),
        ("successors", "a b ج"),
        ("founded_on", "1400/12/30"),
    ],
)
def test_what_no_agency_can_have(name: str, text: str) -> None:
    with pytest.raises(ValidationError):
        by_name()[name].parse(text)
