"""What a reader of an item may want to read next."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import F, IntegerField, QuerySet, Value

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import END_OF_TIME
from wagtail_prcouncil.news.public.scope import Scope
from wagtail_prcouncil.pages.facets import agencies_in, councils_of

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsPage

MOST_RELATED = 4
LAST_WITH_TAG = 20
"""So many of the items that a tag was last given to are weighed."""
MOST_TAGS = 6
TAGGED, FILED, NEAR = 1, 0, -1


def related_keys(page: "NewsPage") -> list[int]:
    """What editors set beside it, in their order; then items that share most of its tags, then the
    newest of its section, or else of its agency and then of those that sit in a council with it.
    Never a retracted one.

    A few more than are shown: not all of them are readable. Three queries, one more where editors
    chose, and two where the agency decides and councils are installed.
    """
    chosen = _chosen(page)
    alike = _alike(page)[: 2 * MOST_RELATED] if len(chosen) < MOST_RELATED else []
    return [key for key in dict.fromkeys([*chosen, *alike]) if key != page.pk]


def _chosen(page: "NewsPage") -> list[int]:
    """What editors set beside it, in its language: a translation takes the choice along."""
    linked = [link.related_id for link in page.related_links.all()]
    if not linked:
        return []
    groups = models.NewsPage.objects.filter(pk__in=linked).values("translation_key")
    pages = models.NewsPage.objects.without_aliases().filter(translation_key__in=groups)
    rows = list(pages.order_by("pk").values_list("pk", "translation_key", "locale"))
    keys = {pk: key for pk, key, _locale in rows}
    here = {key: pk for pk, key, locale in rows if locale == page.locale_id}
    return [here[keys[pk]] for pk in linked if keys.get(pk) in here]


def _alike(page: "NewsPage") -> list[int]:
    """Keys, the most alike first: by the number of shared tags, then by age. One query: each
    branch of it reads a few entries at the end of an index."""
    branches = [_tagged(page, tag.pk) for tag in page.keywords[:MOST_TAGS]]
    filed = {"section_id": page.section_id, "agency_id": page.agency_id}
    kept: dict[str, Any] = next(({name: key} for name, key in filed.items() if key), {})
    newest = Scope(locale_id=page.locale_id, **kept).news().newest_first()
    branches.append(_keys(_last(newest, 2 * MOST_RELATED), "pk", FILED))
    if (agency_id := kept.get("agency_id")) and (beside := _seated_with(agency_id)):
        near = Scope(locale_id=page.locale_id).news().for_agencies(beside).newest_first()
        branches.append(_keys(_last(near, 2 * MOST_RELATED), "pk", NEAR))
    shared: Counter[int] = Counter()
    ages: dict[int, Any] = {}
    for key, published_at, weight in branches[0].union(*branches[1:], all=True):
        shared[key] += weight
        ages[key] = published_at
    return sorted(ages, key=lambda key: (shared[key], ages[key], key), reverse=True)


def _seated_with(agency_id: int) -> set[int]:
    """Agencies that share a council with it today."""
    councils = councils_of([agency_id]).get(agency_id, ())
    return set().union(*agencies_in(councils).values()) - {agency_id}


def _tagged(page: "NewsPage", tag_id: int) -> QuerySet[Any]:
    tagged = models.NewsTag.objects.filter(tag_id=tag_id, published_at__lt=END_OF_TIME)
    last = _last(tagged.order_by("-published_at"), LAST_WITH_TAG)
    within = last.filter(content_object__live=True, content_object__retracted_at=None)
    # Not said as equality, by which SQLite begins with all pages of the language (`news_in`).
    here = within.exclude(content_object__locale__lt=page.locale_id)
    here = here.exclude(content_object__locale__gt=page.locale_id)
    return _keys(here, "content_object_id", TAGGED)


def _last(rows: QuerySet[Any], size: int) -> QuerySet[Any]:
    """The first `size` of `rows` as a set without order: the branches of a union have none."""
    return rows.model._default_manager.filter(pk__in=rows.values("pk")[:size]).order_by()


def _keys(rows: QuerySet[Any], key: str, weight: int) -> QuerySet[Any]:
    weighed = Value(weight, output_field=IntegerField())
    return rows.values_list(F(key), "published_at", weighed)
