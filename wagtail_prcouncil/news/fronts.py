"""News for front pages: a few of each section, in few queries."""

from collections.abc import Sequence
from typing import TypedDict

from django.db.models import prefetch_related_objects

from wagtail_prcouncil.news.models import NewsPage, SectionPage


class SectionFront(TypedDict):
    """A section and its newest items."""

    section: SectionPage
    items: list[NewsPage]


def newest_of_each(
    sections: Sequence[SectionPage],
    size: int,
    *renditions: str,
    besides: Sequence[NewsPage] = (),
) -> list[SectionFront]:
    """The `size` newest readable items of each section and what lies below it.

    Leaves out `besides`, what the page shows already, and sections with nothing left. One query
    for each section, which its index answers, and three for all of them together.
    """
    families = SectionPage.objects.family_ids(sections)
    fronts: list[SectionFront] = []
    for section in sections:
        news = NewsPage.objects.in_sections(families[section.pk]).readable(section.locale_id)
        fresh = news.filter(alias_of=None).exclude(pk__in=[page.pk for page in besides])
        items = list(fresh.newest_first().defer("body")[:size])
        if items:
            fronts.append({"section": section, "items": items})
    shown = [item for front in fronts for item in front["items"]]
    prefetch_related_objects(shown, *NewsPage.objects.pictures(*renditions))
    return fronts
