"""Numbered pages whose rows tell how many there are in all: one query, where there would be two."""

from typing import Any

from django.core.paginator import Page
from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from wagtail.admin.paginator import WagtailPaginator

FOUND = "found_in_all"
FARTHEST = 1_000_000  # no list of ours has so many pages, and a database has room for the place


class CountedPaginator(WagtailPaginator):
    """Of a QuerySet. A page that there is not costs what it costs elsewhere: the number, and the
    rows of the page that is shown instead."""

    def get_page(self, number: Any) -> Page:
        try:
            asked = int(number or 1)
        except ValueError:
            asked = 0
        rows = self._rows(asked) if 0 < asked <= FARTHEST else []
        if not rows:
            return super().get_page(number)
        self.count = getattr(rows[0], FOUND)
        return self._get_page(rows, asked, self)

    def _rows(self, number: int) -> list[Any]:
        rows: QuerySet[Any] = self.object_list
        total = Func(F("pk"), function="COUNT", output_field=IntegerField())
        counted = rows.order_by().annotate(**{FOUND: total}).values(FOUND)
        start = (number - 1) * self.per_page
        # Put in order by a few columns, and read whole afterwards: what is joined to fifty rows
        # need not be joined to all.
        keys = rows.values("pk")[start : start + self.per_page]
        return list(rows.filter(pk__in=keys).annotate(**{FOUND: Subquery(counted)}))
