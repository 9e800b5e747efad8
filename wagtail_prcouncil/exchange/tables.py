"""Tables that leave the site: declared once, written as CSV or XLSX.

REGISTER = Table(
    "agencies",
    [
        Column(_("code"), lambda agency: agency.code),
        DateColumn(_("founded on"), lambda agency: agency.founded_on),
    ],
    prepare=lambda agencies: agencies.select_related("parent"),
)
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext

from wagtail_prcouncil.persian.dates import TEHRAN, to_jalali

# Rows read from the database at once; what a prefetch brings is asked for once for each chunk.
CHUNK = 2000

Words = str | Promise
# What stands in a cell of the file: numbers stay numbers, everything else is text.
Cell = str | int | float | Decimal


@dataclass(frozen=True)
class Column:
    """A heading, and what a row has below it: text, a number, a truth or None."""

    heading: Words
    value: Callable[[Any], object]

    def headings(self) -> list[str]:
        return [capfirst(str(self.heading))]

    def cells(self, row: Any) -> list[Cell]:
        value = self.value(row)
        if value is None:
            return [""]
        if isinstance(value, bool):
            return [gettext("yes") if value else gettext("no")]
        return [value if isinstance(value, int | float | Decimal) else str(value)]


@dataclass(frozen=True)
class DateColumn(Column):
    """A day or an instant, twice: ISO for machines, Jalali in ASCII digits for people.

    An instant is told by Tehran's clock: "2026-11-22T10:05:00+03:30" and "1405/09/01 10:05".
    """

    def headings(self) -> list[str]:
        heading = capfirst(str(self.heading))
        return [
            gettext("%(heading)s (Gregorian)") % {"heading": heading},
            gettext("%(heading)s (Jalali)") % {"heading": heading},
        ]

    def cells(self, row: Any) -> list[Cell]:
        value = self.value(row)
        if not isinstance(value, dt.date):
            return ["", ""]
        if not isinstance(value, dt.datetime):
            return [value.isoformat(), _jalali(value)]
        local = value.astimezone(TEHRAN)
        return [local.isoformat(timespec="seconds"), f"{_jalali(local)} {local:%H:%M}"]


@dataclass(frozen=True)
class Table:
    """Columns under a name, which the file and its sheet get.

    `prepare` adds to a queryset what its columns need (select_related, prefetch_related), so that
    the number of queries does not grow with the rows.
    """

    name: Words
    columns: Sequence[Column]
    prepare: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None

    def headings(self) -> list[str]:
        return [heading for column in self.columns for heading in column.headings()]

    def lines(self, rows: Iterable[Any]) -> Iterator[list[Cell]]:
        """The cells of each row, in the language that is active while they are read.

        `rows` is a queryset, results of a search, or any other iterable of what the columns
        expect.
        """
        if isinstance(rows, QuerySet):
            prepared = self.prepare(rows) if self.prepare else rows
            rows = prepared.iterator(chunk_size=CHUNK)
        for row in rows:
            yield [cell for column in self.columns for cell in column.cells(row)]


def _jalali(day: dt.date) -> str:
    year, month, day_of_month = to_jalali(day)
    return f"{year:04d}/{month:02d}/{day_of_month:02d}"
