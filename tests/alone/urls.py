from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("comments/", include("wagtail_prcouncil.comments.urls")),
    *i18n_patterns(
        path("", include("wagtail_prcouncil.ui.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler403 = "wagtail_prcouncil.ui.errors.permission_denied"
handler404 = "wagtail_prcouncil.ui.errors.page_not_found"
handler500 = "wagtail_prcouncil.ui.errors.server_error"
