"""Items that a desk has set on a page where they do not live."""

from wagtail.models import Page

from wagtail_prcouncil.news import models

MOST_PLACED = 6


def placed_on(page: Page, *renditions: str) -> "list[models.NewsPage]":
    """What readers of `page` find placed there now, in its language: pinned ones first, then the
    last placed. One query where nothing is placed, else three.

    Private, withdrawn and retracted items are left out, and items without words in this language.
    """
    placements = models.Placement.objects.on(page).values_list("news__translation_key", flat=True)
    keys = list(placements[: 2 * MOST_PLACED])  # some of them may be for nobody to see
    if not keys:
        return []
    readable = models.NewsPage.objects.readable(page.locale_id).without_aliases().published()
    found = readable.recommended().filter(translation_key__in=keys).for_cards(*renditions)
    by_key = {item.translation_key: item for item in found.order_by("pk")}
    return [by_key[key] for key in keys if key in by_key][:MOST_PLACED]
