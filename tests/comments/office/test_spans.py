import datetime as dt

import pytest
from django.http import QueryDict

from wagtail_prcouncil.comments.office.spans import Days, SpanFilterSet, today

MONTH = Days(today() - dt.timedelta(days=29), today())


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("", MONTH),
        ("at_from=2026-03-21&at_to=2026-04-20", Days(dt.date(2026, 3, 21), dt.date(2026, 4, 20))),
        ("at_from=1405/01/01&at_to=۱۴۰۵/۰۱/۳۱", Days(dt.date(2026, 3, 21), dt.date(2026, 4, 20))),
        ("at_to=2026-04-20", Days(dt.date(2025, 4, 20), dt.date(2026, 4, 20))),
        ("at_from=1405/13/40", MONTH),
        ("at_from=9999-99-99", MONTH),
        ("at_from=9999-01-01", Days(dt.date(2100, 1, 1), dt.date(2100, 1, 1))),
        ("at_from[]=x&at_to=%00", MONTH),
    ],
)
def test_days_are_read_in_both_calendars_or_not_at_all(asked: str, days: Days) -> None:
    assert SpanFilterSet(QueryDict(asked), queryset=None).days == days


def test_days_begin_and_end_at_midnight_in_tehran() -> None:
    day = Days(dt.date(2026, 3, 21), dt.date(2026, 3, 21))
    assert day.begin.astimezone(dt.UTC) == dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC)
    assert day.end - day.begin == dt.timedelta(days=1)
