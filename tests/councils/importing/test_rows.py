"""What there is, and what a user may."""

from typing import Any

import pytest

from tests.councils.importing.making import RIGHTS, checked, member
from tests.councils.making import seat
from tests.councils.staff import group_for, member_of
from tests.directory.importing.making import problems, states
from tests.directory.making import agency
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.states import Right

pytestmark = pytest.mark.django_db


def test_queries_do_not_grow_with_the_lines(
    home: CouncilPage, django_assert_max_num_queries: Any
) -> None:
    place = seat(home, agency=agency("صندوق کار", code="fund"))
    assert place
    rows = [
        member(f"نمونه {year}", f"{year}/01/01", until=f"{year}/06/01", agency_code="fund")
        for year in range(1330, 1400)
    ]
    run = checked(rows[0])
    with django_assert_max_num_queries(20):
        run = checked(*rows)
    assert set(states(run)) == {"new"}


@pytest.mark.parametrize(
    ("missing", "column"),
    [(Right.ADD_SEATS, "seat"), ("prcouncil_directory.add_person", "name")],
)
def test_a_right_that_is_missing_is_told_by_line(
    home: CouncilPage, missing: Any, column: str
) -> None:
    keeper = member_of(group_for(home, rights=[right for right in RIGHTS if right != missing]))
    [(_line, found, _sentence)] = problems(checked(member(agency_code="water"), by=keeper))
    assert found == column


def test_a_council_without_a_short_name_is_not_called_by_nothing(home: CouncilPage) -> None:
    [(_line, column, sentence)] = problems(checked(member(council="…", agency_code="water")))
    assert (column, "no council" in sentence) == ("council", True)
