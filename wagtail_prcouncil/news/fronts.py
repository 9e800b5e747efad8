"""News for front pages: a few of each section, in few queries."""

from collections.abc import Sequence
from typing import TypedDict

from wagtail_prcouncil.news.models import NewsPage, SectionPage


class SectionFront(TypedDict):
    """A section and its newest items."""

    section: SectionPage
    items: Sequence[NewsPage]


def newest_of_each(
    sections: Sequence[SectionPage],
    size: int,
    *renditions: str,
    besides: Sequence[NewsPage] = (),
) -> list[SectionFront]:
    """The `size` newest items of each section and what lies below it: readable, not retracted.

    Leaves out `besides`, what the page shows already, and sections with nothing left. One query
    for each section, which its index answers with keys alone, and three for all of them together;
    two more when they are rendered.
    """
    families = SectionPage.objects.family_ids(sections)
    shown = [page.pk for page in besides]
    readable = NewsPage.objects.readable().without_aliases().recommended()
    fresh = readable.exclude(pk__in=shown).newest_first()
    keys = {
        section.pk: list(
            fresh.in_sections(families[section.pk])
            .filter(locale=section.locale_id)
            .values_list("pk", flat=True)[:size]
        )
        for section in sections
    }
    wanted = {pk for found in keys.values() for pk in found}
    rows = list(NewsPage.objects.order_by().card_rows().filter(pk__in=wanted))
    cards = NewsPage.objects.cards(rows, *renditions)
    return [
        {"section": section, "items": cards.picked(keys[section.pk])}
        for section in sections
        if keys[section.pk]
    ]
