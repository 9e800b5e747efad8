"""Documents for search tests: plain pages, indexed by the configured backend."""

from collections.abc import Iterable
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from modelsearch.backends import get_search_backend
from wagtail.models import Locale, Page


def write(titles: Iterable[str], *, parent: Page | None = None, **fields: object) -> list[Page]:
    """Live pages below `parent` (the root), in Persian unless `fields` say so; hundreds at once,
    which Wagtail's own way of adding pages would take seconds for.
    """
    above = Page.objects.get(pk=parent.pk) if parent else Page.objects.get(depth=1)
    first = above.get_children().count() + 1
    words = {"live": True, "locale": Locale.objects.get_or_create(language_code="fa")[0]} | fields
    pages = [
        Page(
            title=title,
            draft_title=title,
            slug=f"page-{uuid4().hex}",
            path=above._get_path(above.path, above.depth + 1, number),
            depth=above.depth + 1,
            content_type=ContentType.objects.get_for_model(Page),
            translation_key=uuid4(),
            **words,
        )
        for number, title in enumerate(titles, first)
    ]
    for page in pages:
        page.set_url_path(above)
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=above.pk).update(numchild=first - 1 + len(pages))
    written = list(Page.objects.filter(slug__in=[page.slug for page in pages]).order_by("path"))
    get_search_backend().add_bulk(Page, written)
    return written


def titles(pages: Iterable[Page]) -> set[str]:
    return {page.title for page in pages}
