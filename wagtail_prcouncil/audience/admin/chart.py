"""Views over time as bars: numbers for a template that draws them as SVG, without a script."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from wagtail_prcouncil.audience.admin.spans import Days, Step

WIDTH = 960
HEIGHT = 180
GAP = 0.25  # of a bar's place
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, week or month: where it stands in the drawing, and what it says."""

    day: dt.date
    views: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """`top` is the round number at the upper edge. `bars` run from left to right; readers of
    Persian see the drawing mirrored, time running from the right."""

    bars: list[Bar]
    top: int
    total: int
    step: Step
    width: int = WIDTH
    height: int = HEIGHT


def chart_of(days: Days, views: Mapping[dt.date, int], *, is_bidi: bool) -> Chart | None:
    """None where nothing was read."""
    starts = list(days.steps())
    sums = [0] * len(starts)
    for day, count in views.items():
        place = bisect_right(starts, day) - 1
        if 0 <= place < len(sums):
            sums[place] += count
    if not any(sums):
        return None
    top, place_width = _round_above(max(sums)), WIDTH / len(starts)
    bars = []
    for number, (day, count) in enumerate(zip(starts, sums, strict=True)):
        place = len(starts) - 1 - number if is_bidi else number
        height = HEIGHT * count / top
        bars.append(
            Bar(
                day,
                count,
                x=round(place_width * (place + GAP / 2), 2),
                y=round(HEIGHT - height, 2),
                width=round(place_width * (1 - GAP), 2),
                height=round(height, 2),
            )
        )
    return Chart(bars, top, sum(sums), days.step)


def _round_above(most: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50, … that is not below."""
    power = 10 ** (len(str(most)) - 1)
    return next(digit * power for digit in (*_ROUND, 10) if digit * power >= most)
