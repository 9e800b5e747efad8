"""Interval rules, on whatever days and however little is known of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.councils.spans import ONE_DAY, Span, first_of, followed, last_before, last_of
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.persian.jalali import to_jalali

days = st.dates(dt.date(1979, 1, 1), dt.date(2060, 1, 1))
precisions = st.sampled_from(Precision.values)
FIRST, LAST = dt.date(2024, 3, 20), dt.date(2025, 3, 20)  # all of 1403, a leap year


@st.composite
def spans(draw: st.DrawFn) -> Span:
    since, length = draw(days), draw(st.none() | st.integers(0, 4000))
    until = None if length is None else since + dt.timedelta(days=length)
    return Span.of(since, until, draw(precisions), draw(precisions))


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        (Precision.DAY, dt.date(2025, 3, 1), dt.date(2025, 3, 1)),
        (Precision.MONTH, dt.date(2025, 2, 19), dt.date(2025, 3, 20)),
        (Precision.YEAR, FIRST, LAST),
    ],
)
def test_what_is_known_of_a_day(precision: str, first: dt.date, last: dt.date) -> None:
    day = dt.date(2025, 3, 1)
    assert (first_of(day, precision), last_of(day, precision)) == (first, last)


@given(days, precisions)
def test_a_day_lies_in_what_is_known_of_it(day: dt.date, precision: str) -> None:
    first, last = first_of(day, precision), last_of(day, precision)
    assert first <= day <= last
    assert first_of(first, precision) == first_of(last, precision) == first
    if precision == Precision.YEAR:
        assert to_jalali(first).year == to_jalali(last).year


@given(spans())
def test_a_span_covers_what_is_sure_of_it(span: Span) -> None:
    assert span.covers(span.since)
    if span.until is not None:
        assert span.covers(span.until)
        assert not span.covers(span.until + ONE_DAY)
    assert not span.covers(span.since - ONE_DAY)


@given(spans(), spans())
def test_contradiction_is_mutual_and_needs_a_day_in_common(one: Span, other: Span) -> None:
    assert one.contradicts(other) == other.contradicts(one)
    if one.contradicts(other):
        assert one.since <= (other.until or dt.date.max)
        assert other.since <= (one.until or dt.date.max)


@given(days, st.integers(0, 4000), days, st.integers(0, 4000))
def test_of_exact_days_any_in_common_is_a_contradiction(
    since: dt.date, length: int, other_since: dt.date, other_length: int
) -> None:
    one = Span(since, since + dt.timedelta(days=length))
    other = Span(other_since, other_since + dt.timedelta(days=other_length))
    common = max(one.since, other.since) <= min(one.until or LAST, other.until or LAST)
    assert one.contradicts(other) == common


@given(spans(), days, precisions)
def test_who_follows_never_contradicts_whom_he_follows(
    before: Span, day: dt.date, precision: str
) -> None:
    after = Span.of(day, None, precision)
    ended = before._replace(until=last_before(after), until_precision=precision)
    assert not ended.contradicts(after)


def test_a_span_that_runs_backwards() -> None:
    assert Span(LAST, FIRST).is_backwards
    assert not Span.of(LAST, FIRST, Precision.YEAR, Precision.YEAR).is_backwards
    assert not Span(LAST).is_backwards


def test_who_is_followed_leaves_the_day_before() -> None:
    today, went_on = dt.date(2026, 11, 22), Span(dt.date(2020, 1, 1))
    ended = followed(went_on, Span(dt.date(2026, 1, 1)), today)
    assert ended is not None
    assert ended.until == dt.date(2025, 12, 31)
    over = Span(dt.date(2025, 1, 1), dt.date(2025, 6, 1))
    assert followed(went_on, over, today) is None  # what is over itself ends nothing
    assert followed(over, Span(dt.date(2026, 1, 1)), today) is None
    assert followed(Span(dt.date(2026, 1, 1)), Span(dt.date(2026, 1, 1)), today) is None
