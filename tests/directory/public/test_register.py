import datetime as dt

import pytest
from django.http import QueryDict
from django.test import override_settings
from django.utils.translation import override

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.directory.public.register import RegisterAnswer

pytestmark = pytest.mark.django_db


def register(query: str = "") -> RegisterAnswer:
    return RegisterAnswer(QueryDict(query))


@pytest.fixture
def qazvin() -> Province:
    return Province.objects.get(code="IR-26")


def test_counts_of_provinces_follow_the_question(qazvin: Province) -> None:
    agency(kind="bank", province=qazvin)
    agency(kind="company", province=qazvin)
    agency(kind="bank")
    agency(province=qazvin, closed_on=dt.date(2020, 1, 1), closing_reason="abolished")

    def counts(query: str) -> tuple[int, object, int]:
        shown = register(query)
        here = next(entry for entry in shown.provinces if entry.province == qazvin)
        return here.count, shown.country["count"], shown.total

    assert counts("") == (2, 1, 3)
    assert counts("closed=1") == (3, 1, 4)
    assert counts("kind=bank") == (1, 1, 2)
    assert counts("kind=bank&province=ir-26") == (1, 1, 1)
    assert counts("province=country") == (2, 1, 1)


def test_a_province_is_a_way_on_that_keeps_the_rest(qazvin: Province) -> None:
    shown = register("kind=bank&province=ir-26&after=1")
    entries = {entry.province.code: entry for entry in shown.provinces}
    assert entries["IR-01"].query == "?kind=bank&province=ir-01"
    assert [entry.is_chosen for entry in (entries["IR-26"], entries["IR-01"])] == [True, False]


def test_provinces_in_the_order_of_the_readers_alphabet() -> None:
    with override("fa"):
        assert register().provinces[0].province.name == "آذربایجان شرقی"
    with override("en"):
        assert register().provinces[0].province.name_en == "Alborz"


def test_what_was_asked_can_be_taken_back(qazvin: Province) -> None:
    chips = {chip.query: (chip.words, chip.row) for chip in register("q=آب&province=ir-26").chips}
    assert chips["?province=ir-26"] == ("آب", None)
    assert list(chips.values())[1][1] == qazvin


def test_the_code_that_was_asked_for_comes_first() -> None:
    beginning = [agency(name, name_en="Ice") for name in ("آب", "باد")]
    last = agency("یخ", code="ice")
    with override_settings(WAGTAIL_PRCOUNCIL={"AGENCY_PAGE_SIZE": 2}):
        shown = register("q=ICE").listing
        assert shown.items == [last, beginning[0]]
        assert register(shown.next_url.removeprefix("?")).listing.items == [beginning[1]]


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("utm_source=x", ""),
        ("q=&kind=", ""),
        ("kind=bank", "?kind=bank"),
        ("province=ir-26&q=", "?province=ir-26"),
        ("province=IR-۲۶", "?province=ir-26"),
        ("province=country", "?province=country"),
        ("kind=bank&province=ir-26", None),
        ("kind=zzz", None),
        ("q=آب", None),
        ("closed=1", None),
        ("after=3", None),
    ],
)
def test_the_address_for_search_engines(query: str, canonical: str | None) -> None:
    assert register(query).canonical_query == canonical


def test_the_map_stands_open_until_something_is_chosen() -> None:
    assert [register(q).is_open for q in ("", "closed=1", "kind=bank", "after=1")] == [
        *(True, True),
        *(False, False),
    ]


def test_what_makes_no_sense_is_told_and_not_repeated_in_links(qazvin: Province) -> None:
    agency(province=qazvin)
    asked = register(f"q={'ا' * 5000}&kind=zz&relation=affiliated&of={'x' * 5000}&after=")
    assert len(asked.complaints) == 2
    assert {entry.query.partition("&")[0] for entry in asked.provinces} == {"?relation=affiliated"}
    assert max(len(entry.query) for entry in asked.provinces) < 60
    assert not asked.is_further
