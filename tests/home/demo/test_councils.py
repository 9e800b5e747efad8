"""The demo's councils: loaded once, as the actions have them, with everything that is hard to
show."""

import re
import tomllib

import pytest
from home.demo.agencies import load_register
from home.demo.councils import WHERE, load_councils
from home.demo.loading import Tree
from home.demo.reading import FOLDER, read_site

from tests.home.demo.test_reading import SLIPS
from tests.making import small_site
from wagtail_prcouncil.councils.models import (
    Appointment,
    CouncilIndexPage,
    CouncilPage,
    Election,
    Seat,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.composition import Composition
from wagtail_prcouncil.councils.states import Capacity, Phase, Precision
from wagtail_prcouncil.persian.text import canonical

TABLE = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))


@pytest.fixture(scope="module")
def loaded(kept_rows: None) -> Tree:
    small_site()
    load_register()
    tree = Tree(read_site())
    load_councils(tree)
    return tree


@pytest.fixture
def tree(loaded: Tree, db: None) -> Tree:
    return loaded


def test_loaded_twice_they_are_the_same(tree: Tree) -> None:
    index = CouncilIndexPage.objects.get(locale=tree.fa)
    assert index.show_in_menus
    page = CouncilPage.objects.get(locale=tree.fa, slug="fars-council")
    CouncilPage.objects.filter(pk=page.pk).update(title="شورای دیگر")
    seats, stays = Seat.objects.count(), Appointment.objects.count()
    load_councils(tree)
    assert CouncilPage.objects.get(pk=page.pk).title == "شورای دیگر"
    assert (Seat.objects.count(), Appointment.objects.count()) == (seats, stays)
    assert CouncilPage.objects.filter(locale=tree.fa).count() == len(TABLE["council"])
    assert CouncilPage.objects.filter(locale=tree.en).count() == len(TABLE["council"])


def test_what_is_hard_to_show_occurs(tree: Tree) -> None:
    ministry = CouncilPage.objects.get(locale=tree.fa, slug="ministry-council")
    sittings = Composition(ministry, today()).sittings
    assert len(sittings) == 12
    assert sum(sitting.is_vacant for sitting in sittings) == 1
    capacities = {row.capacity for one in sittings for row in (*one.holders, *one.substitutes)}
    assert capacities == set(Capacity)
    assert ministry.terms.count() == 3
    assert Appointment.objects.of_council(ministry).former().count() >= 8
    assert set(Appointment.objects.values_list("until_precision", flat=True)) == set(Precision)
    phases = set(Election.objects.values_list("phase", flat=True))
    assert phases == {Phase.CANDIDATES, Phase.CONFIRMED}


def test_the_province_has_the_secretary_it_elected(tree: Tree) -> None:
    fars = CouncilPage.objects.get(locale=tree.fa, slug="fars-council")
    ministry = CouncilPage.objects.get(locale=tree.fa, slug="ministry-council")
    assert fars.parent_council_id == ministry.pk
    assert fars.terms.count() == 4
    elected = Election.objects.of_council(fars).get().appointment
    assert elected.is_current
    assert elected.person.name == "سحر نمونه‌پور"
    assert elected.on_behalf_of == tree.agencies["water"]
    left = elected.seat.appointments.latest_first()[1]
    assert left.until is not None
    assert (elected.since - left.until).days == 1


def test_a_closed_one_has_nobody_left(tree: Tree) -> None:
    closed = CouncilPage.objects.get(locale=tree.fa, slug="city-water-council")
    assert closed.closed_on
    assert not Appointment.objects.of_council(closed).current().exists()
    assert Appointment.objects.of_council(closed).filter(until=closed.closed_on).exists()


@pytest.mark.once
def test_words_are_well_written_and_of_nobody() -> None:
    said = [value for row in TABLE["council"] for value in _texts(row)]
    persian = [text for text in said if re.search("[آ-ی]", text)]
    assert len(persian) > 30
    for text in persian:
        assert canonical(text) == text
        plain = re.sub(r"^[0-9/]+$", "", text)
        slips = {name: re.findall(slip, plain) for name, slip in SLIPS.items()}
        assert {name: found for name, found in slips.items() if found} == {}, text
    for name, row in TABLE["persons"].items():
        assert re.fullmatch("[آ-ی.]+ نمونه[\u200cآ-ی]*", name), name
        assert "Example" in row["name_en"]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    return (
        [text for one in values for text in _texts(one)]
        if isinstance(values, list) or (isinstance(value, dict))
        else []
    )
