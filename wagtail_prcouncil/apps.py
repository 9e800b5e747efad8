"""Why the root package must not stand in INSTALLED_APPS, said where the mistake is made.

With the root installed and a feature not, Django files the feature's models under the root's
label, silently, and `migrate` dies much later. See docs/architecture.md, rule A1.
"""

from types import ModuleType

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured

INSTEAD = (
    "wagtail_prcouncil.pages",
    "wagtail_prcouncil.ui",
    "wagtail_prcouncil.search",
    "wagtail_prcouncil.numbering",
    "wagtail_prcouncil.news",
)


class RootIsNotAnApp(AppConfig):
    """Refuses to load, and lists the apps to install in its place."""

    name = "wagtail_prcouncil"

    def __init__(self, app_name: str, app_module: ModuleType | None) -> None:
        lines = "\n".join(f'    "{app}",' for app in INSTEAD)
        raise ImproperlyConfigured(
            f"'{app_name}' is a package of apps, not an app. In INSTALLED_APPS replace it by "
            f"the ones you use (the first two always):\n{lines}"
        )
