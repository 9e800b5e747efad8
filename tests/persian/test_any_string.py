"""Every function that takes text: any string gives a result or a PersianError, in linear time."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given

from tests.persian.strings import ANY_TEXT, ATTACKS
from wagtail_prcouncil.persian import dates, digits, reading, slugs, sorting, text
from wagtail_prcouncil.persian.errors import PersianError

FUNCTIONS: tuple[Callable[[str], object], ...] = (
    digits.to_ascii,
    digits.to_persian,
    text.canonical,
    text.fold,
    slugs.slugify,
    sorting.sort_key,
    reading.word_count,
    dates.parse_date,
    dates.parse_datetime,
)


def _result_or_persian_error(function: Callable[[str], object], value: str) -> None:
    with suppress(PersianError):  # a plain ValueError is no answer either: it has no code
        function(value)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
@given(value=ANY_TEXT)
def test_result_or_persian_error(function: Callable[[str], object], value: str) -> None:
    _result_or_persian_error(function, value)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_a_megabyte(function: Callable[[str], object]) -> None:
    _result_or_persian_error(function, "شورای روابط‌عمومي ۱۴۰۱ \ud800\x00" * 40_000)


def _seconds(function: Callable[[str], object], value: str) -> float:
    """The processor time of the best of three runs: other load on the machine hardly shows."""
    times = []
    for _ in range(3):
        start = time.process_time()
        _result_or_persian_error(function, value)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", ATTACKS, ids=ascii)
def test_time_grows_with_the_length_and_not_its_square(piece: str) -> None:
    small = (piece * 2_000)[:2_000]
    for function in FUNCTIONS:
        # 32 times the text: linear is 32 times the time, a quadratic part 1,024 times. The
        # millisecond covers what a tiny run cannot measure.
        bound = 200 * max(_seconds(function, small), 0.001)
        assert _seconds(function, small * 32) < bound, function.__name__
