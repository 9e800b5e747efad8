import datetime as dt

import pytest

from wagtail_prcouncil.directory import rules

DAY = dt.date(2024, 3, 20)
LATER = DAY + dt.timedelta(1)


def test_an_agency_ends_on_the_day_of_its_founding_at_the_earliest() -> None:
    rules.check_closing_day(DAY, founded_on=None)
    rules.check_closing_day(DAY, founded_on=DAY)
    for day, founded_on in ((DAY, LATER), (dt.date(2999, 1, 1), None)):
        with pytest.raises(rules.DirectoryError) as refused:
            rules.check_closing_day(day, founded_on=founded_on)
        assert refused.value.field == "on"


def test_a_closing_has_a_reason() -> None:
    with pytest.raises(rules.DirectoryError) as refused:
        rules.check_number_due("weather", 0)
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("founded_on", "closed_on", "existed"),
    [
        (None, None, True),
        (DAY, LATER, True),
        (LATER, None, False),
        (None, DAY, False),
    ],
)
def test_a_successor_of_that_day(
    founded_on: dt.date | None, closed_on: dt.date | None, existed: bool
) -> None:
    if existed:
        rules.check_successor("آب", founded_on=founded_on, closed_on=closed_on, on=DAY)
        return
    with pytest.raises(rules.SuccessorsError, match="آب"):
        rules.check_successor("آب", founded_on=founded_on, closed_on=closed_on, on=DAY)


def test_no_circle_and_no_end_in_one() -> None:
    successors_of = {"b": ["c"], "c": ["d", "e"], "x": ["y"], "y": ["x"]}
    rules.check_no_circle("a", {"b": "ب", "x": "خ"}, successors_of)
    with pytest.raises(rules.SuccessorsError, match="ب"):
        rules.check_no_circle("e", {"x": "خ", "b": "ب"}, successors_of)


def test_the_first_of_many_below_are_named() -> None:
    rules.check_none_below([])
    with pytest.raises(rules.DirectoryError, match="الف، ب، پ…"):
        rules.check_none_below(["الف", "ب", "پ", "ت"])
