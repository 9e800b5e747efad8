"""Bodies of pages, kept as HTML while they show nothing but themselves.

A long article is dear to render and seldom changes. Kept under the text as it was read, so that a
change counts with the next request. A body that links to a page or a document or shows a picture
is rendered each time: pages move, files are replaced, and pages become private.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.models import Page

from wagtail_prcouncil.ui.keeping import Parts, may_keep, place_of
from wagtail_prcouncil.ui.languages import page_language


def kept_body(
    body: StreamValue, page: Page, request: HttpRequest, render: Callable[[], SafeString]
) -> SafeString:
    """What `render` makes of `body` on its page."""
    if not may_keep(request):
        return render()
    place = place_of(page_language(page).code, request)
    # The time of publication besides, for blocks of a site's own that show more of the page.
    parts = Parts("body", (place, page.pk, page.last_published_at, list(body.raw_data)))
    if parts.part("refers", lambda: refers(body)):
        return render()
    return parts.part("html", render)


def refers(body: StreamValue) -> bool:
    """Whether a link or a block of it leads to a row of the database, as Wagtail's own index of
    references has it."""
    return any(True for _reference in body.stream_block.extract_references(body))
