"""Under what the frame of a page is kept: all that its masthead, menu and footer are made of.

Read with every request, so that nothing of a frame is older than what it would show, in any
process and whoever made the change. Most pages of a site share one: what is kept does not know the
page, but where in the menu it lies, what lies above it and where its other languages are found.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import get_language
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.brand.shown import Brand
from wagtail_prcouncil.ui.editions import led_elsewhere
from wagtail_prcouncil.ui.keeping import may_keep
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.surroundings import Neighbour, Surroundings


def state_of(
    page: Page | None,
    around: Surroundings,
    language: PageLanguage,
    brand: Callable[[], Brand],
    request: HttpRequest,
) -> object | None:
    """Plain values; None where the frame is not to be kept."""
    site = Site.find_for_request(request)
    if site is None or not may_keep(request):
        return None
    return (
        (site.pk, site.site_name, site.root_url, Site.get_site_root_paths()),
        (get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), get_language(), language),
        # Without a version there is no row, and what stands in its place depends on nothing more.
        around.brand_version and brand(),
        _links(around, request),
        _place(page, around),
        led_elsewhere(request),
    )


def _links(around: Surroundings, request: HttpRequest) -> list[object]:
    homes = (around.home_read,) if around.home_read else ()
    return [
        *_told(homes, lambda: (around.home,), request),
        *_told(around.menu_read, lambda: around.menu, request),
        *_told(around.ancestors_read, lambda: around.ancestors, request),
        *_told(around.elsewhere_read, lambda: around.elsewhere, request),
    ]


def _told(
    rows: tuple[Neighbour, ...],
    pages: Callable[[], Iterable[Page | None]],
    request: HttpRequest,
) -> Iterable[object]:
    """What links are made of. A page with an address of its own is asked for it: that may take
    more than the columns that were read."""
    for row in rows:
        yield row.id, row.path, row.title, row.url_path, row.language_code
    if any(row.has_own_address for row in rows):
        yield [page and page.get_full_url(request) for page in pages()]


def _place(page: Page | None, around: Surroundings) -> object:
    """Where the page lies in the menu, and which editions are the page itself."""
    if page is None:
        return None
    entries = (row for row in (around.home_read, *around.menu_read) if row is not None)
    marked = [(page.path == row.path, page.path.startswith(row.path)) for row in entries]
    itself = [row.translation_key == page.translation_key for row in around.elsewhere_read]
    return marked, itself, any(itself) and shown_by(page).path
