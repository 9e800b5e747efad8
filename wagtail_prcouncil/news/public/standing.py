"""How the news behind a list stand just now, asked for in one query."""

import datetime as dt
from typing import NamedTuple

from django.db.models import Exists, Subquery
from wagtail.models import Page

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import NewsQuerySet


class Standing(NamedTuple):
    """`last_publication` is the key of the last thing that was published or withdrawn anywhere:
    while it stays, so do counts. `last_before` and `first_after` are the times of the items on
    either side of a span."""

    last_publication: int | None
    has_placements: bool
    last_before: dt.datetime | None = None
    first_after: dt.datetime | None = None


def standing_of(page: Page, *sides: NewsQuerySet) -> Standing:
    """Of a page that lists news. `sides`: the news before a span and those after it."""
    parts = {
        "last": Subquery(models.Publication.objects.order_by("-pk").values("pk")[:1]),
        "placed": Exists(models.Placement.objects.on(page).order_by()),
    }
    if sides:
        before, after = sides
        newest = before.order_by("-published_at", "-pk").values("published_at")
        oldest = after.order_by("published_at", "pk").values("published_at")
        parts |= {"before": Subquery(newest[:1]), "after": Subquery(oldest[:1])}
    # From the page's own row: there is always one.
    row = Page.objects.filter(pk=page.pk).order_by().annotate(**parts)
    return Standing(*row.values_list(*parts).get())
