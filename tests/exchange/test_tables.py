import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext_lazy, override

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency, AgencyName
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


def test_a_day_stands_in_two_columns() -> None:
    table = Table("days", [DateColumn("founded on", lambda day: day)])
    with override("en"):
        assert table.headings() == ["Founded on (Gregorian)", "Founded on (Jalali)"]
    assert list(table.lines([dt.date(2026, 11, 22), None])) == [
        ["2026-11-22", "1405/09/01"],
        ["", ""],
    ]


def test_an_instant_is_told_by_the_clock_of_tehran() -> None:
    table = Table("instants", [DateColumn("published", lambda instant: instant)])
    instant = dt.datetime(2026, 11, 21, 21, 0, tzinfo=dt.UTC)
    assert list(table.lines([instant])) == [["2026-11-22T00:30:00+03:30", "1405/09/01 00:30"]]


def test_numbers_stay_numbers_and_truths_are_words() -> None:
    table = Table("values", [Column("value", lambda value: value)])
    values = [7, -1.5, Decimal("2.50"), True, None, gettext_lazy("News")]
    with override("en"):
        cells = [line[0] for line in table.lines(values)]
    assert cells == [7, -1.5, Decimal("2.50"), "yes", "", "News"]


def test_the_language_is_asked_for_when_the_table_is_written() -> None:
    table = Table("news", [Column(gettext_lazy("News"), lambda value: value)])
    with override("en"):
        english = table.headings()
    with override("fa"):
        assert (english, table.headings()) == (["News"], ["خبرها"])


@pytest.mark.django_db
def test_queries_do_not_grow_with_the_rows() -> None:
    table = Table(
        "agencies",
        [
            Column("parent", lambda row: row.parent and row.parent.code),
            Column("names", lambda row: "|".join(name.name for name in row.other_names.all())),
        ],
        prepare=lambda rows: rows.select_related("parent").prefetch_related("other_names"),
    )
    top = agency()
    counts = []
    for _ in range(2):
        AgencyName.objects.create(agency=agency(parent=top), name="نام دیگر")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            lines = list(table.lines(Agency.objects.all()))
        counts.append(len(queries))
    assert (counts, len(lines)) == ([2, 2], 3)
