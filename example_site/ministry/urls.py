from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_prcouncil.pages.sitemaps import sitemap

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("audience/", include("wagtail_prcouncil.audience.urls")),
    path("charters/", include("wagtail_prcouncil.charters.sign_urls")),
    path("comments/", include("wagtail_prcouncil.comments.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("meetings/", include("wagtail_prcouncil.meetings.paper_urls")),
    path("sitemap.xml", sitemap),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("style-sheet/", include("style_sheet.urls")),
        path("search/", include("wagtail_prcouncil.search.urls")),
        path("", include("wagtail_prcouncil.ui.urls")),
        path("", include("wagtail_prcouncil.news.urls")),
        path("", include("wagtail_prcouncil.directory.urls")),
        path("", include("wagtail_prcouncil.councils.urls")),
        path("", include("wagtail_prcouncil.meetings.urls")),
        path("", include("wagtail_prcouncil.charters.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

if settings.DEBUG:
    # `make demo` shows Django's own technical pages for mistakes; here are the readers'.
    urlpatterns[:0] = i18n_patterns(
        path("errors/", include("style_sheet.error_urls")), prefix_default_language=False
    )

handler403 = "wagtail_prcouncil.ui.errors.permission_denied"
handler404 = "wagtail_prcouncil.ui.errors.page_not_found"
handler500 = "wagtail_prcouncil.ui.errors.server_error"
