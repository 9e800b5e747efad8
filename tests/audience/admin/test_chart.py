import datetime as dt

from wagtail_prcouncil.audience.admin.chart import HEIGHT, WIDTH, chart_of
from wagtail_prcouncil.audience.admin.spans import Days

FIRST = dt.date(2026, 3, 21)
DAY = dt.timedelta(days=1)


def test_a_bar_for_each_day() -> None:
    chart = chart_of(Days(FIRST, FIRST + 3 * DAY), {FIRST: 10, FIRST + DAY: 40}, is_bidi=False)
    assert chart is not None
    assert (chart.top, chart.step) == (50, "day")
    assert [bar.views for bar in chart.bars] == [10, 40, 0, 0]
    first, second, *_rest = chart.bars
    assert first.height == HEIGHT / 5
    assert first.y == HEIGHT - first.height
    assert 0 < first.x < second.x


def test_persian_time_runs_from_the_right() -> None:
    chart = chart_of(Days(FIRST, FIRST + DAY), {FIRST: 1}, is_bidi=True)
    assert chart is not None
    first, last = chart.bars
    assert first.x > last.x
    assert first.x + first.width <= WIDTH


def test_days_are_added_up_to_weeks() -> None:
    views = {FIRST + number * DAY: 1 for number in range(70)}
    chart = chart_of(Days(FIRST, FIRST + 69 * DAY), views, is_bidi=False)
    assert chart is not None
    assert [bar.views for bar in chart.bars] == [7] * 10


def test_what_nobody_read_has_no_chart() -> None:
    assert chart_of(Days(FIRST, FIRST), {}, is_bidi=False) is None
    assert chart_of(Days(FIRST, FIRST), {FIRST - DAY: 5}, is_bidi=False) is None
