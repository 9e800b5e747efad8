import datetime as dt

from django.http import QueryDict

from wagtail_prcouncil.audience.admin.filters import LAST_DAY, ViewsFilterSet, today


def test_without_days_the_last_thirty_are_asked_for(db: None) -> None:
    days = ViewsFilterSet(QueryDict("")).days
    assert (days.last, (days.last - days.first).days) == (today(), 29)


def test_an_end_alone_goes_back_a_year(db: None) -> None:
    days = ViewsFilterSet(QueryDict("start_to=2026-03-21")).days
    assert days == (dt.date(2025, 3, 21), dt.date(2026, 3, 21))


def test_days_far_ahead_are_cut(db: None) -> None:
    assert ViewsFilterSet(QueryDict("start_from=9000-12-31")).days.first == LAST_DAY


def test_a_day_that_no_calendar_shows_is_refused(db: None) -> None:
    asked = ViewsFilterSet(QueryDict("start_from=9999-12-31"))
    assert "start" in asked.form.errors
    assert (asked.days.last, (asked.days.last - asked.days.first).days) == (today(), 29)
