import datetime as dt

import pytest

from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.months import Day, Month, Occasion

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
FIRST_OF_AZAR = dt.date(2026, 11, 22)


def cells(month: Month) -> list[Day]:
    return [day for week in month.weeks for day in week]


def inside(month: Month) -> list[Day]:
    return [day for day in cells(month) if not day.is_outside]


def test_azar_1405() -> None:
    month = Month.of(dt.date(2026, 12, 5), [], FA)
    assert month.title == "آذر ۱۴۰۵"
    assert [len(week) for week in month.weeks] == [7] * 5
    assert (month.weeks[0][0].number, month.weeks[0][1].number) == ("۳۰", "۱")
    assert month.weeks[0][1].date == FIRST_OF_AZAR
    assert month.weeks[0][1].other == "22 Nov"
    assert len(inside(month)) == 30
    assert [weekday.name for weekday in month.weekdays][::6] == ["شنبه", "جمعه"]


def test_november_2026() -> None:
    month = Month.of(FIRST_OF_AZAR, [], EN)
    assert month.title == "November 2026"
    assert [day.number for day in inside(month)] == [str(n) for n in range(1, 31)]
    assert [weekday.letter for weekday in month.weekdays] == "Sa Su Mo Tu We Th Fr".split()
    assert inside(month)[21].other == "۱ آذر"
    assert month.other_language.code == "fa"


@pytest.mark.parametrize(
    ("day", "language", "length"),
    [
        (dt.date(2025, 3, 20), FA, 30),  # Esfand of a leap year, whose last day this is
        (dt.date(2026, 3, 20), FA, 29),
        (dt.date(2026, 3, 21), FA, 31),
        (dt.date(2028, 2, 29), EN, 29),
        (dt.date(2026, 12, 31), EN, 31),
    ],
)
def test_every_month_is_whole(day: dt.date, language: PageLanguage, length: int) -> None:
    month = Month.of(day, [], language)
    assert len(inside(month)) == length
    assert all(len(week) == 7 for week in month.weeks)
    days = [cell.date for cell in cells(month)]
    assert days == [days[0] + dt.timedelta(days=n) for n in range(len(days))]


def test_thursday_and_friday_are_days_of_rest() -> None:
    week = Month.of(FIRST_OF_AZAR, [], FA, today=FIRST_OF_AZAR).weeks[0]
    assert [day.is_rest for day in week] == [False] * 5 + [True, True]
    assert [day.is_holiday for day in week] == [False] * 6 + [True]
    assert [day.is_today for day in week] == [False, True] + [False] * 5


def test_an_occasion_stands_on_its_day_in_tehran() -> None:
    late = Occasion("شب", dt.datetime(2026, 11, 22, 21, 0, tzinfo=dt.UTC))  # 00:30 in Tehran
    early = Occasion("بامداد", dt.datetime(2026, 11, 23, 0, 10, tzinfo=TEHRAN))
    all_day = Occasion("همایش", dt.date(2026, 11, 22))
    next_month = Occasion("دی", dt.date(2026, 12, 22))
    month = Month.of(FIRST_OF_AZAR, [next_month, late, early, all_day], FA)
    found = {day.number: [one.title for one in day.occasions] for day in inside(month)}
    assert found["۱"] == ["همایش"]
    assert found["۲"] == ["بامداد", "شب"]
    assert next_month not in month.occasions
    assert len(month.occasions) == 3
    assert (all_day.has_hour, late.has_hour) == (False, True)
