"""What came before and after an item in its section."""

from typing import TYPE_CHECKING

from django.db.models import Q, Subquery

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.public.scope import Scope

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsPage


def neighbour_keys(page: "NewsPage") -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Of the next older and the next newer item of the section, or of all news where `page` is in
    none: one or none each. One query, which looks into an index
    at two places."""
    if page.published_at is None:
        return (), ()
    at, pk = page.published_at, page.pk or 0  # of a draft not stored yet a preview asks
    news = Scope(locale_id=page.locale_id, section_id=page.section_id).news()
    before = Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk)
    after = Q(published_at__gt=at) | Q(published_at=at, pk__gt=pk)
    older = news.filter(before, published_at__lte=at).order_by("-published_at", "-pk")
    newer = news.filter(after, published_at__gte=at).order_by("published_at", "pk")
    ends = Q(pk=Subquery(older.values("pk")[:1])) | Q(pk=Subquery(newer.values("pk")[:1]))
    found = models.NewsPage.objects.filter(ends).order_by("published_at", "pk")
    keys = list(found.values_list("published_at", "pk"))
    return (
        tuple(key for time, key in keys if (time, key) < (at, pk)),
        tuple(key for time, key in keys if (time, key) > (at, pk)),
    )
