"""Forms whose answers go to actions."""

import datetime as dt

import pytest
from django import forms

from tests.councils.making import council, in_english, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.answers import (
    Answers,
    Layout,
    SeatField,
    councils_within,
    seats_within,
)
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.councils.states import Role

EVERYTHING = Scope(everything=True)


class Sample(Answers, forms.Form):
    day = forms.DateField()
    more = forms.CharField(required=False, initial="usual")
    layout = (
        Layout("first", "First", [["day"]]),
        Layout("folded", "Folded", [["more"], ["absent"]], is_folded=True),
        Layout("empty", "Empty", [["absent"]]),
    )


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1800, 1, 1), dt.date.max])
def test_every_day_is_one_that_can_be_meant(day: dt.date) -> None:
    assert "day" in Sample({"day": day.isoformat()}).errors
    assert Sample({"day": "2024-03-20"}).is_valid()


def test_what_may_be_a_slip_is_asked_once(site: SmallSite) -> None:
    form = Sample({"day": "2024-03-20"})
    assert form.is_valid()
    form.ask("absent", "Meant", "Is it?")
    assert form.errors == {"absent": ["Is it?"]}
    assert [part.slug for part in form.parts()] == ["first", "folded", "empty"]
    meant = Sample({"day": "2024-03-20", "absent": "on"})
    assert meant.is_valid()
    meant.ask("absent", "Meant", "Is it?")
    assert not meant.errors


def test_parts_leave_out_what_is_not_there() -> None:
    assert [part.slug for part in Sample().parts()] == ["first", "folded"]


@pytest.mark.parametrize(("said", "folded"), [("usual", True), ("other", False)])
def test_a_part_in_which_something_stands_is_open(said: str, folded: bool) -> None:
    form = Sample({"day": "2024-03-20", "more": said})
    assert form.parts()[1].is_folded is folded


def test_a_council_is_offered_once(site: SmallSite) -> None:
    home = council(site)
    in_english(home, site)
    assert list(councils_within(EVERYTHING)) == [home]
    assert not councils_within(Scope())


def test_seats_stand_below_their_council_in_its_order(site: SmallSite) -> None:
    home, other = council(site, "نخست"), council(site, "دوم")
    second, first = seat(home, label="عضو"), seat(home, Role.CHAIR)
    foreign = seat(other)
    assert list(seats_within(EVERYTHING)) == [first, second, foreign]
    field = SeatField(queryset=seats_within(EVERYTHING), empty_label=None)
    groups = [(str(name), [str(key) for key, _label in rows]) for name, rows in field.choices]
    assert groups == [
        ("نخست", [str(first.pk), str(second.pk)]),
        ("دوم", [str(foreign.pk)]),
    ]
