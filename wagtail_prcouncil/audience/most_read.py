"""The most read as readers see it: what the clock computed, without what may no longer be shown."""

from functools import cache
from typing import Any, NamedTuple

from django.db.models import F, QuerySet
from wagtail.models import Page

from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.audience.states import About, Period
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.rows import PageRows

SHOWN = 5
# What a headline and its address are made of, and when an editor last changed anything else.
COLUMNS = ("pk", "title", "slug", "url_path", "last_published_at")


class Lists(NamedTuple):
    """What is shown of the lists about one thing: `every` page of them, to be made together, and
    those of each period that has any, the shortest first."""

    every: PageRows
    periods: list[tuple[Period, PageRows]]


def listed(about: About, *, besides: int = 0) -> Lists:
    """The first of each period's list, short of the page `besides`; one query for each counted
    type, of which there usually is one."""
    ranked = [row for kind in counted_types() for row in places(kind, about) if row.pk != besides]
    ranked.sort(key=lambda row: row.rank)
    shown = {period: [row for row in ranked if row.period == period][:SHOWN] for period in Period}
    every = PageRows([row for rows in shown.values() for row in rows], Page.objects.specific)
    picked = [
        (period, every.picked(row.pk for row in rows)) for period, rows in shown.items() if rows
    ]
    return Lists(every, picked)


def places(kind: type[Page], about: About) -> QuerySet[Any, Any]:
    """The pages of a type in the lists of all periods, as rows in order of their rank. Whoever may
    not be read is left out here, at the moment of showing, and those behind move up."""
    wanted = {f"listed_{name}": value for name, value in about._asdict().items()}
    counted: Any = kind  # to mypy a class is not hashable
    return _rows(counted).readable().recommended().filter(**wanted)


@cache
def _rows(kind: type[Page]) -> ReadableQuerySet:
    """Of all lists. The columns are looked up once in a process."""
    manager = kind._default_manager.all()
    pages = manager if isinstance(manager, ReadableQuerySet) else ReadableQuerySet(kind)
    lists = {f"listed_{name}": F(f"prcouncil_most_read__{name}") for name in About._fields}
    place = {name: F(f"prcouncil_most_read__{name}") for name in ("period", "rank")}
    found = pages.alias(**lists).annotate(**place).order_by("rank")
    return found.values_list(*COLUMNS, *place, named=True)
