"""The resolutions of a council year by year, the last number first."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from django.http import Http404, QueryDict

from wagtail_prcouncil.meetings.models.resolution import Resolution, ResolutionQuerySet
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.persian.digits import to_ascii

PER_WINDOW = 50
HIGHEST = 9  # digits of a number


class ResolutionList:
    """Of the Jalali year that `?year=1404` asks for, else of the last that has any; numbers below
    `?before=51`. Raises Http404 for a number or year that cannot be read, or has none.

    Every list begins at a number, so that a link to a window keeps showing what it showed.
    """

    def __init__(self, scope: Scope, asked: QueryDict) -> None:
        if scope.council_key is None:
            raise Http404("Resolutions are numbered by council.")
        self.scope, self._key = scope, scope.council_key
        self._asked_year, self._before = _number(asked, "year"), _number(asked, "before")
        if self._asked_year is not None and self._asked_year not in self.years:
            raise Http404("No resolutions of that year.")

    @property
    def is_beginning(self) -> bool:
        return self._before is None

    @cached_property
    def years(self) -> list[int]:
        """That have any, the latest first."""
        rows = of_council(self._key).order_by("-year").values_list("year", flat=True)
        return [year for year in rows.distinct() if year]

    @property
    def year(self) -> int | None:
        return self._asked_year or next(iter(self.years), None)

    @cached_property
    def _rows(self) -> list[Resolution]:
        known = of_council(self._key).filter(year=self.year).order_by("-number")
        rows = self.scope.with_pages(known, "meeting__key")
        if self._before is not None:
            rows = rows.filter(number__lt=self._before)
        return list(rows.select_related("meeting")[: PER_WINDOW + 1])

    @property
    def older_url(self) -> str:
        """Of the window below; empty at the end."""
        shown = self._rows[:PER_WINDOW]
        is_more = len(self._rows) > PER_WINDOW
        return f"?year={self.year}&before={shown[-1].number}" if is_more else ""

    @property
    def newest_url(self) -> str:
        return "" if self.is_beginning else f"?year={self.year}"

    @cached_property
    def shown(self) -> list[tuple[Resolution, str]]:
        """With the address where each stands; empty where its meeting has no page in the language
        of the list."""
        rows = self._rows[:PER_WINDOW]
        return with_addresses(rows, self.scope)


def of_council(key: UUID) -> ResolutionQuerySet:
    """Those that readers may see."""
    return Resolution.objects.readable().filter(council__translation_key=key)


def with_addresses(rows: Iterable[Resolution], scope: Scope) -> list[tuple[Resolution, str]]:
    """Resolutions `with_pages`, and where they stand."""
    return [(row, _anchored(scope.url_of(row), row)) for row in rows]


def anchor_of(row: Resolution) -> str:
    """By which it is found on its meeting's page: "r-1405-12"."""
    return f"r-{row.year}-{row.number}"


def _anchored(url: str, row: Resolution) -> str:
    return f"{url}#{anchor_of(row)}" if url else ""


def _number(asked: QueryDict, name: str) -> int | None:
    """In any digits; None where it was not said."""
    if name not in asked:
        return None
    text = to_ascii(str(asked[name]))
    if not (text.isascii() and text.isdecimal() and len(text) <= HIGHEST):
        raise Http404("No such number.")
    return int(text)
