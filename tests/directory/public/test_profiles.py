import datetime as dt

import pytest

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.public.profiles import MOST_BELOW, Profile

pytestmark = pytest.mark.django_db


def test_what_stands_around_an_agency() -> None:
    top = agency()
    middle = agency(parent=top)
    low = agency("آب", parent=middle)
    middle.other_names.create(name="نام دیگر")
    gone = agency("باد", parent=middle)
    close_agency(gone, on=dt.date(2024, 1, 1), reason="merged", successors=[low])
    shown = Profile(middle)
    assert (shown.ancestors, shown.below) == ([top], [low, gone])
    assert (shown.other_names, shown.has_more_below) == (["نام دیگر"], False)
    assert Profile(low).predecessors == [gone]
    assert (Profile(gone).successors, Profile(low).successors) == ([low], [])


def test_a_long_list_is_cut() -> None:
    top = agency()
    for _ in range(MOST_BELOW + 1):
        agency(parent=top)
    shown = Profile(top)
    assert (len(shown.below), shown.has_more_below) == (MOST_BELOW, True)


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("۰۲۱-۸۸۰۰ ۰۰۰۰", "02188000000"),
        ("+98 (21) 8800-0000", "+982188000000"),
        ("", ""),
        ("داخلی", ""),
    ],
)
def test_a_number_as_a_telephone_takes_it(typed: str, dialled: str) -> None:
    assert Profile(agency(telephone=typed)).dialled == dialled


def test_ways_to_reach_it() -> None:
    assert not Profile(agency()).has_contacts
    shown = Profile(agency(website="https://www.example.invalid/fa/"))
    assert (shown.has_contacts, shown.website_host) == (True, "example.invalid/fa")
