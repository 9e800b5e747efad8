"""The demo's register: whole, well written, and of nobody who exists."""

import re
from collections import Counter
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from home.demo import register
from home.demo.register import DemoAgency, DemoPerson, read_agencies, read_persons
from home.demo.tables import DemoError

from tests.home.demo.test_reading import SLIPS
from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.directory.states import AgencyKind
from wagtail_prcouncil.persian.text import canonical

AGENCIES = read_agencies()
pytestmark = pytest.mark.once


def test_what_occurs() -> None:
    assert len(AGENCIES) >= 60
    assert {agency.kind for agency in AGENCIES} == set(AgencyKind.values)
    directorates = [agency for agency in AGENCIES if agency.code.startswith("directorate-")]
    assert len({agency.province for agency in directorates}) == 31
    reasons = Counter(agency.closed.reason for agency in AGENCIES if agency.closed)
    assert set(reasons) == {"abolished", "merged", "replaced", "split", "left"}
    assert any(agency.pr_kind == "liaison" for agency in AGENCIES)
    assert any(agency.other_names for agency in AGENCIES)


@pytest.mark.django_db
def test_provinces_are_known() -> None:
    known = set(Province.objects.values_list("code", flat=True))
    assert {agency.province for agency in AGENCIES} - {""} == known


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.code)
def test_well_written_and_of_nobody(agency: DemoAgency) -> None:
    for text in (agency.name, agency.summary, agency.address, *agency.other_names):
        assert canonical(text) == text
        assert not [slip for slip in SLIPS.values() if re.search(slip, text)], text
    assert not re.search("[\u0600-\u06ff]", agency.name_en + agency.summary_en + agency.address_en)
    assert "نمونه" in agency.name or agency.code == "council-secretariat"
    assert not agency.website or agency.website.endswith(".example.ir")


@pytest.mark.parametrize("kind", [(DemoAgency, Agency), (DemoPerson, Person)], ids=str)
def test_words_fit_the_fields(kind: tuple[type, type]) -> None:
    written, model = kind
    rows = AGENCIES if model is Agency else read_persons()
    for name in {field.name for field in fields(written)} - {"parent", "province", "closed"}:
        most = getattr(model._meta.get_field(name), "max_length", None)
        assert all(most is None or len(asdict(row)[name]) <= most for row in rows), name


def test_persons_are_called_what_nobody_is_called() -> None:
    for person in read_persons():
        assert re.fullmatch("[آ-ی]. نمونه[\u200cآ-ی]*", person.name)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[water]\nname = "آب"', "headquarters.toml, water.*kind, name_en"),
        (
            '[water]\nname = "آب"\nname_en = "W"\nkind = "bank"\nparent = "sea"',
            "water: sea does not stand before it",
        ),
    ],
)
def test_a_slip_of_the_pen_is_named(
    text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in register.FILES:
        (tmp_path / f"{name}.toml").write_text(text if name == "headquarters" else "", "utf-8")
    monkeypatch.setattr(register, "FOLDER", tmp_path)
    with pytest.raises(DemoError, match=complaint):
        read_agencies()
