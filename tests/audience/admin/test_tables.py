import datetime as dt

from wagtail_prcouncil.audience.admin.rows import DAYS, SECTIONS, Line
from wagtail_prcouncil.audience.admin.tables import table_of


def test_days_leave_in_both_calendars() -> None:
    line = Line("", 7, useful=2, day=dt.date(2026, 3, 21))
    assert next(table_of(DAYS).lines([line])) == ["2026-03-21", "1405/01/01", 7, 2, 0, 0]


def test_others_leave_by_name() -> None:
    assert next(table_of(SECTIONS).lines([Line("آب", 7)])) == ["آب", 7, 0, 0, 0]
