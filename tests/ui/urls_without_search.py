"""A site that has the pages and not the search app's address."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("wagtail_prcouncil.news.urls")),
        path("", include("wagtail.urls")),
        prefix_default_language=False,
    )
]
