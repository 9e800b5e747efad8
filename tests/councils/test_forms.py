"""A council's page through the admin's own form."""

import datetime as dt
from typing import Any

import pytest
from wagtail.models import Page

from tests.councils.making import START, council, in_english, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.directory.models import Agency, Province

pytestmark = pytest.mark.django_db


def errors(page: CouncilPage, **said: Any) -> dict[str, Any]:
    """What is told beside the fields named in `said`, of a form that has the page's own words."""
    kind = CouncilPage.get_edit_handler().get_form_class()
    form = kind(instance=page)
    words = {
        name: form.initial.get(name) for name in form.fields if form.initial.get(name) is not None
    }
    words |= {
        "mandate-count": "0",
        "upper_bodies-TOTAL_FORMS": "0",
        "upper_bodies-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    bound = kind(words | said, instance=page, parent_page=Page.objects.parent_of(page).get())
    return {name: told for name, told in bound.errors.items() if name in said}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"quorum_kind": "share", "quorum_value": "101"}, "quorum_value"),
        ({"quorum_kind": "share", "quorum_value": ""}, "quorum_value"),
        ({"quorum_kind": "majority", "quorum_value": "5"}, "quorum_value"),
        ({"quorum_kind": "number", "quorum_value": "-1"}, "quorum_value"),
        ({"quorum_kind": "number", "quorum_value": "12"}, None),
        ({"level": "province", "province": ""}, "province"),
        ({"level": "ministry", "province": ""}, None),
    ],
)
def test_what_is_told_beside_the_field(
    site: SmallSite, said: dict[str, str], wrong: str | None
) -> None:
    assert list(errors(council(site), **said)) == ([wrong] if wrong else [])


def test_a_province_that_is_named(site: SmallSite) -> None:
    province = Province.objects.get(code="IR-26")
    assert not errors(council(site), level="province", province=province.pk)


def test_a_council_stands_above_itself_by_no_way(site: SmallSite) -> None:
    top = council(site)
    middle = council(site, parent_council=top)
    assert "parent_council" in errors(top, parent_council=top.pk)
    assert "parent_council" in errors(top, parent_council=middle.pk)
    assert not errors(council(site), parent_council=middle.pk)


def test_a_closed_agency_is_no_new_sector(site: SmallSite) -> None:
    closed = agency()
    Agency.objects.filter(pk=closed.pk).update(closed_on=START, closing_reason="abolished")
    assert "sector" in errors(council(site), sector=closed.pk)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1470/01/01", "1404/01/01"])
def test_a_founding_that_cannot_be(site: SmallSite, day: str) -> None:
    """Of a council in which somebody sits since 1403/01/01."""
    home = council(site)
    sits(seat(home))
    assert list(errors(home, founded_on=day)) == ["founded_on"]
    assert not errors(home, founded_on="1403/01/01")


def test_a_founding_after_a_year_that_is_known_alone(site: SmallSite) -> None:
    home = council(site)
    letter = Letter(person(), Span.of(START, None, Precision.YEAR))
    appoint(seat(home), letter)
    assert not errors(home, founded_on="1403/06/01")
    assert list(errors(home, founded_on="1404/01/01")) == ["founded_on"]


def test_a_founding_that_stands_there_is_not_asked_again(site: SmallSite) -> None:
    home = council(site, founded_on=dt.date(2025, 3, 21))
    seat(home, since=START)
    assert not errors(home, founded_on="1404/01/01", title="نام تازه")


def test_a_translation_is_asked_of_the_seats_of_its_original(site: SmallSite) -> None:
    home = council(site)
    seat(home, since=START)
    assert list(errors(in_english(home, site), founded_on="1404/01/01")) == ["founded_on"]


def test_a_quorum_is_met_by_the_seats_there_are(site: SmallSite) -> None:
    home = council(site)
    for _number in range(3):
        seat(home)
    seat(home, role="observer", agency=None, is_voting=False)
    assert list(errors(home, quorum_kind="number", quorum_value="4")) == ["quorum_value"]
    assert not errors(home, quorum_kind="number", quorum_value="3")
