"""The most read as readers see it: what the clock computed, without what may no longer be shown."""

from typing import Any

from django.db.models import F, QuerySet
from wagtail.models import Page

from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.audience.states import About, Period
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.rows import PageRows

SHOWN = 5
# What a headline and its address are made of, and when an editor last changed anything else.
COLUMNS = ("pk", "title", "slug", "url_path", "last_published_at")


def listed(about: About, period: Period, *, besides: int = 0) -> PageRows:
    """The first of a list, short of the page `besides`; one query for each counted type, of which
    there usually is one."""
    ranked = [row for kind in counted_types() for row in places(kind, about, period)[: SHOWN + 1]]
    ranked.sort(key=lambda row: row.rank)
    shown = [row for row in ranked if row.pk != besides][:SHOWN]
    return PageRows(shown, Page.objects.specific)


def places(kind: type[Page], about: About, period: Period) -> QuerySet[Any, Any]:
    """The pages of a type in a list, as rows in order of their rank. Whoever may not be read is
    left out here, at the moment of showing, and those behind move up."""
    manager = kind._default_manager.all()
    pages = manager if isinstance(manager, ReadableQuerySet) else ReadableQuerySet(kind)
    wanted = {**about._asdict(), "period": period}
    listed = {f"prcouncil_most_read__{name}": value for name, value in wanted.items()}
    found = pages.readable().recommended().filter(**listed)
    rank = F("prcouncil_most_read__rank")
    return found.annotate(rank=rank).order_by("rank").values_list(*COLUMNS, "rank", named=True)
