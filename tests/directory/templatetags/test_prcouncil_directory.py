import pytest
from django.template import Context, Template

from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.public.tiles import TILES


def rendered(template: str, page: object, **words: object) -> str:
    return Template("{% load prcouncil_directory %}" + template).render(
        Context({"page": page, **words})
    )


@pytest.fixture
def water(db: None) -> Agency:
    return agency("سازمان <آب>", name_en="Water", summary="یک\nدو")


def test_words_in_the_language_of_the_page(site: SmallSite, water: Agency) -> None:
    name, summary = "{% prc_words row %}", '{% prc_words row "summary" %}'
    assert rendered(name, site.home, row=water) == "سازمان &lt;آب&gt;"
    assert rendered(name, site.home_en, row=water) == "Water"
    assert rendered(summary, site.home, row=water) == "یک<br>دو"
    assert rendered(summary, site.home_en, row=water) == '<bdi lang="fa" dir="rtl">یک<br>دو</bdi>'
    assert rendered('{% prc_words row "address" %}', site.home_en, row=water) == ""


def test_a_name_for_attributes_holds_no_elements(site: SmallSite) -> None:
    assert rendered("{% prc_name row %}", site.home_en, row=agency("آب")) == "آب"


def test_telephones_in_the_digits_of_the_reader(site: SmallSite) -> None:
    for typed in ("021-12", "۰۲۱-۱۲"):
        assert rendered("{% prc_telephone row %}", site.home, row=typed) == "۰۲۱-۱۲"
        assert rendered("{% prc_telephone row %}", site.home_en, row=typed) == "021-12"


def test_lines_of_a_tile(site: SmallSite) -> None:
    lines = "{% prc_lines row as lines %}{% for y, line in lines %}{{ line }}|{% endfor %}"
    assert rendered(lines, site.home, row=TILES["IR-09"]) == "خراسان|رضوی|"
    assert rendered(lines, site.home_en, row=TILES["IR-09"]) == "Razavi|Khorasan|"
