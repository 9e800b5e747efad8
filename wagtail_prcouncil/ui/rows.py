"""Pages of a list that were read as plain rows: pages are made of them when the list is rendered.

Twenty pages take longer to make of their rows than to read. A list whose HTML is kept
(`ui/keeping.py`) needs the rows alone, to tell whether something changed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, overload

from django.db.models import QuerySet
from wagtail.models import Page


class PageRows(Sequence[Any]):
    """A sequence of pages in the order of `rows`, each a named tuple with `pk`.

    `pages` says where they are read from when something asks for one, all together. Pages that
    have gone since the rows were read are left out.
    """

    def __init__(
        self,
        rows: Sequence[Any],
        pages: Callable[[], QuerySet[Any]],
        *,
        among: "PageRows | None" = None,
    ) -> None:
        self.rows = rows
        self._source = pages
        self._among = among

    @property
    def read(self) -> object:
        """All that was read, in plain values."""
        return [tuple(row) for row in self.rows]

    def picked(self, keys: Iterable[Any]) -> "PageRows":
        """Those of the keys, in their order. Pages are made of all together, whoever asks."""
        known = {row.pk: row for row in self.rows}
        rows = [known[key] for key in keys if key in known]
        return PageRows(rows, self._source, among=self._among or self)

    @cached_property
    def _made(self) -> dict[Any, Page]:
        return self._source().in_bulk([row.pk for row in self.rows])

    @cached_property
    def _pages(self) -> list[Page]:
        found = (self._among or self)._made
        return [found[row.pk] for row in self.rows if row.pk in found]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> list[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | list[Page]:
        return self._pages[index]
