import datetime as dt

import pytest
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, live_news, news_at, small_site
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.public.archive import Archive, Calendar, Place, number, path_of
from wagtail_prcouncil.persian.jalali import TEHRAN

JALALI, GREGORIAN = Calendar(is_jalali=True), Calendar(is_jalali=False)


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def at(*parts: int) -> dt.datetime:
    """A moment on Tehran's clock."""
    return dt.datetime(*parts, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("year", "month", "start", "end"),
    [
        (1403, 12, at(2025, 2, 19), at(2025, 3, 21)),  # a leap year: Esfand has 30 days
        (1404, 12, at(2026, 2, 20), at(2026, 3, 21)),
        (1404, None, at(2025, 3, 21), at(2026, 3, 21)),
        (1401, 5, at(2022, 7, 23), at(2022, 8, 23)),  # in summer time, the last there was
    ],
)
def test_jalali_spans(year: int, month: int | None, start: dt.datetime, end: dt.datetime) -> None:
    assert JALALI.span(year, month) == (start, end)


def test_gregorian_spans() -> None:
    assert GREGORIAN.span(2025, 12) == (at(2025, 12, 1), at(2026, 1, 1))
    assert GREGORIAN.span(2024, 2) == (at(2024, 2, 1), at(2024, 3, 1))
    assert GREGORIAN.span(2025) == (at(2025, 1, 1), at(2026, 1, 1))


def test_summer_time_moves_midnight() -> None:
    start, _end = JALALI.span(1401, 5)
    assert start == dt.datetime(2022, 7, 22, 19, 30, tzinfo=dt.UTC)
    start, _end = JALALI.span(1402, 5)
    assert start == dt.datetime(2023, 7, 22, 20, 30, tzinfo=dt.UTC)


def test_months_in_words() -> None:
    assert JALALI.title(1404, 5) == "مرداد ۱۴۰۴"
    assert JALALI.title(1404) == "۱۴۰۴"
    assert GREGORIAN.title(2025) == "2025"
    assert JALALI.month_of(at(2025, 3, 20, 23, 59)) == (1403, 12)
    assert GREGORIAN.month_of(dt.datetime(2025, 12, 31, 21, tzinfo=dt.UTC)) == (2026, 1)


@pytest.mark.parametrize("wanted", [(0, 1), (1700, 1), (9999, 1), (1404, 13), (1404, 0)])
def test_no_such_month(site: SmallSite, wanted: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no such month"):
        Archive(site.index, *wanted)


def test_each_language_has_its_calendar(site: SmallSite) -> None:
    with pytest.raises(ValueError, match="no such month"):
        Archive(site.index_en, 1404)
    assert Archive(site.index_en, 2025).title == "2025"


def test_a_month_ends_at_midnight_in_tehran(site: SmallSite) -> None:
    last = news_at(site, at(2025, 3, 20, 23, 59, 59), title="سی‌ام اسفند")
    first = news_at(site, at(2025, 3, 21), title="نوروز")
    assert list(Archive(site.index, 1403, 12).news()) == [last]
    assert list(Archive(site.index, 1404, 1).news()) == [first]


def test_counts_and_the_ways_on(site: SmallSite) -> None:
    for moment in (at(2020, 5, 1), at(2025, 7, 30), at(2025, 7, 31), at(2026, 1, 5)):
        news_at(site, moment)
    archive = Archive(site.index, 1404, 5)
    assert [(month.name, month.number, month.path) for month in archive.months if month.number] == [
        ("مرداد", 2, "archive/1404/05/"),
        ("دی", 1, "archive/1404/10/"),
    ]
    assert [month.name for month in archive.months if month.is_shown] == ["مرداد"]
    assert (archive.count, archive.total) == (2, 3)
    assert archive.previous == Place("اردیبهشت ۱۳۹۹", "archive/1399/02/")
    assert archive.next == Place("دی ۱۴۰۴", "archive/1404/10/")
    year = Archive(site.index, 1404)
    assert (year.previous, year.next) == (Place("۱۳۹۹", "archive/1399/"), None)


def test_what_happens_counts_at_once(site: SmallSite) -> None:
    def count() -> int:
        return Archive(site.index, 1404, 5).count

    page = news_at(site, at(2025, 7, 30))
    assert count() == 1
    other = news_at(site, at(2025, 7, 31))
    assert count() == 2
    page.unpublish()
    assert count() == 1
    restriction = PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert count() == 0
    restriction.delete()
    later = dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=1)
    NewsPage.objects.filter(pk=other.pk).update(embargoed_until=later)
    assert count() == 0


def test_counts_are_kept(site: SmallSite, django_assert_num_queries: object) -> None:
    news_at(site, at(2025, 7, 30))
    assert Archive(site.index, 1404, 5).count == 1
    kept = Archive(site.index, 1404, 5)
    # Outside of a request, what is private is asked for by each that needs it.
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert kept.count == 1
        assert kept.next is None


def test_a_section_has_its_own(site: SmallSite) -> None:
    news_at(site, at(2025, 7, 30), section=None)
    filed = live_news(site, published_at=at(2025, 7, 30))
    assert list(Archive(site.section, 1404, 5).news()) == [filed]


def test_addresses() -> None:
    assert path_of(1404, 5) == "archive/1404/05/"
    assert path_of(980) == "archive/0980/"
    assert [number(text, 2) for text in ("5", "۰۵", "٠٥", "x", "", "005", "-1", "²")] == [
        *(5, 5, 5, None, None, None, None, None)
    ]
