"""Addresses of the lists in the menu."""

import pytest

from tests.councils.admin.desk import (
    appointment_place,
    election_place,
    seat_place,
    term_place,
)
from wagtail_prcouncil.councils.admin.places import (
    APPOINTMENT_LIST,
    ELECTION_LIST,
    SEAT_LIST,
    TERM_LIST,
    Listing,
)


@pytest.mark.parametrize(
    ("listing", "place"),
    [
        (SEAT_LIST, seat_place),
        (APPOINTMENT_LIST, appointment_place),
        (TERM_LIST, term_place),
        (ELECTION_LIST, election_place),
    ],
)
def test_a_list_and_its_screens(listing: Listing, place: object) -> None:
    assert listing.place() == place("index")  # type: ignore[operator]
    assert listing.place("history", 3) == place("history", 3)  # type: ignore[operator]
    assert listing.crumb() == {"url": listing.place(), "label": listing.label}
