"""The sitemap of a site in all its languages.

Wagtail's own lists what lies below the site's root page; the home pages of other languages
stand beside it.
"""

from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet

from wagtail_prcouncil.pages.models import ReadableQuerySet


class Sitemap(WagtailSitemap):
    """Readable pages of the site, each language's home with what lies below it; no aliases,
    whose words search engines know by their source."""

    def items(self) -> PageQuerySet:
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = Q(pk__in=[])
        for path in homes.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        pages = ReadableQuerySet(Page).readable().filter(below, alias_of=None)
        return pages.order_by("path").defer_streamfields().specific()
