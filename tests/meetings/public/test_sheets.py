import datetime as dt

import pytest

from tests.making import SmallSite
from tests.meetings.making import announced, in_english, meeting_index, staffed_council
from tests.meetings.public.making import anonymous
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.public.sheets import (
    Sheet,
    first_of,
    midnight,
    path_of,
    year_of,
    year_span,
)
from wagtail_prcouncil.ui.languages import PageLanguage

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
FIRST_OF_AZAR = dt.date(2026, 11, 22)


def put(made: Meeting, moment: dt.datetime) -> Meeting:
    made.starts_at, made.ends_at = moment, moment + dt.timedelta(hours=1)
    made.save()
    return made


@pytest.fixture
def scope(site: SmallSite) -> Scope:
    """Meetings in the last minute of Aban and in the first of Azar, 1405."""
    council = staffed_council(site)
    for hours in (-1, 0):
        put(announced(council), midnight(FIRST_OF_AZAR) + dt.timedelta(minutes=hours))
    return Scope.above(MeetingIndexPage.objects.get(pk=meeting_index(council).pk), anonymous())


def test_a_month_ends_at_midnight_in_tehran(scope: Scope) -> None:
    azar = Sheet(scope, 1405, 9)
    assert azar.path == "calendar/1405/09/"
    assert [one.day for one in azar.month.occasions] == [FIRST_OF_AZAR]
    aban = Sheet(scope, 1405, 8)
    assert [one.day for one in aban.month.occasions] == [dt.date(2026, 11, 21)]


def test_sheets_follow_one_another_as_far_as_there_are_meetings_and_today(scope: Scope) -> None:
    aban = Sheet(scope, 1405, 8)
    if today() >= dt.date(2026, 10, 23):
        assert aban.previous is None
    assert aban.next is not None
    assert aban.next.title == "آذر ۱۴۰۵"
    assert aban.next.url.endswith("/calendar/1405/09/")
    assert not Sheet(scope, 1390, 1).is_within_reach
    assert Sheet.at(scope, today()).is_within_reach


def test_english_pages_have_gregorian_months(site: SmallSite) -> None:
    made = put(announced(staffed_council(site)), midnight(FIRST_OF_AZAR))
    index = MeetingIndexPage.objects.get(pk=in_english(made, site).get_parent().pk)
    sheet = Sheet(Scope.above(index, anonymous()), 2026, 11)
    assert (sheet.month.title, sheet.month.other_title) == ("November 2026", "آبان – آذر ۱۴۰۵")
    assert sheet.has_any


@pytest.mark.parametrize(
    ("year", "month", "language"),
    [(1405, 13, FA), (1405, 0, FA), (0, 1, FA), (9999, 1, FA), (2026, 13, EN), (0, 1, EN)],
)
def test_what_is_no_month(year: int, month: int, language: PageLanguage) -> None:
    with pytest.raises(ValueError, match="month|year|outside"):
        first_of(year, month, language)


def test_years_are_counted_as_readers_count_them() -> None:
    nowruz = midnight(dt.date(2026, 3, 21))
    assert (year_of(nowruz, FA), year_of(nowruz, EN)) == (1405, 2026)
    assert year_span(1405, FA)[0] == nowruz
    assert year_span(2026, EN) == (midnight(dt.date(2026, 1, 1)), midnight(dt.date(2027, 1, 1)))
    assert path_of(dt.date(2026, 3, 21), EN) == "calendar/2026/03/"
