import datetime as dt

import pytest

from wagtail_prcouncil.councils.rules import (
    AHEAD,
    CouncilError,
    OverlapError,
    Stay,
    check_ahead,
    check_holders,
    check_once,
    check_span,
    check_votes,
    check_within,
)
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Capacity, Precision

ONE, TWO, THREE = (dt.date(year, 1, 1) for year in (2023, 2024, 2025))


def field_of(check: object, *given: object, **named: object) -> str | None:
    try:
        check(*given, **named)  # type: ignore[operator]
    except CouncilError as error:
        return error.field
    return None


@pytest.mark.parametrize(
    ("capacity", "other", "is_refused"),
    [
        (Capacity.FULL, Capacity.FULL, True),
        (Capacity.FULL, Capacity.ACTING, True),
        (Capacity.ACTING, Capacity.FULL, True),
        (Capacity.SUBSTITUTE, Capacity.FULL, False),
        (Capacity.FULL, Capacity.SUBSTITUTE, False),
    ],
)
def test_a_seat_has_one_holder(capacity: str, other: str, is_refused: bool) -> None:
    stay = Stay("نمونه‌راد", other, Span(ONE, THREE))
    assert field_of(check_holders, capacity, Span(TWO), [stay]) == ("since" if is_refused else None)


def test_who_is_in_the_way_is_named() -> None:
    with pytest.raises(OverlapError, match="نمونه‌راد"):
        check_holders(Capacity.FULL, Span(TWO), [Stay("نمونه‌راد", Capacity.FULL, Span(ONE))])
    with pytest.raises(OverlapError, match="دبیر"):
        check_votes(Span(TWO), [Stay("دبیر", Capacity.FULL, Span(ONE))])


def test_time_that_runs_backwards() -> None:
    assert field_of(check_span, Span(TWO, ONE)) == "until"
    assert field_of(check_span, Span(TWO, TWO)) is None


@pytest.mark.parametrize(
    ("span", "field"),
    [
        (Span(ONE, TWO), None),
        (Span(ONE - dt.timedelta(days=1), TWO), "since"),
        (Span(ONE), "until"),
        (Span(THREE), "since"),
        (Span.of(ONE, TWO, Precision.YEAR, Precision.YEAR), None),
    ],
)
def test_a_stay_lies_within_its_seat(span: Span, field: str | None) -> None:
    assert field_of(check_within, span, Span(ONE, TWO), sentence="x") == field


def test_the_same_person_is_in_a_seat_once() -> None:
    there = Stay("نمونه‌راد", Capacity.SUBSTITUTE, Span(ONE), person="he")
    check_once("she", Span(TWO), [there])
    with pytest.raises(OverlapError):
        check_once("he", Span(TWO), [there])


def test_a_first_day_lies_at_most_a_year_ahead() -> None:
    check_ahead(ONE + AHEAD, ONE)
    with pytest.raises(CouncilError):
        check_ahead(ONE + AHEAD + dt.timedelta(days=1), ONE)
