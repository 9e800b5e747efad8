"""URLs of a site that installs whatever its settings say: each installed app brings its own."""

from importlib.util import find_spec

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    *i18n_patterns(
        *(
            path(
                "search/" if config.label.endswith("search") else "", include(f"{config.name}.urls")
            )
            for config in apps.get_app_configs()
            if config.name.startswith("wagtail_prcouncil.") and find_spec(f"{config.name}.urls")
        ),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
