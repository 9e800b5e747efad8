"""The sitemap of a site in all its languages.

Wagtail's own lists what lies below the site's root page; the home pages of other languages
stand beside it.
"""

from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet

from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.pages.models import ReadableQuerySet

IN_ONE_FILE = 5000  # pages; sitemaps.org allows ten times as many


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


@reads_only
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages of a small site; of a large one, where its parts are: `?p=1`, `?p=2`…"""
    pages = Sitemap(request)
    pages.limit = IN_ONE_FILE
    parts = 1 if "p" in request.GET else pages.paginator.num_pages
    if parts == 1:
        return django_sitemap(request, {"pages": pages})
    here = f"{pages.get_wagtail_site().root_url}{request.path}"
    listed = [{"location": f"{here}?p={part}"} for part in range(1, parts + 1)]
    context = {"sitemaps": listed}
    return TemplateResponse(request, "sitemap_index.xml", context, content_type="application/xml")
