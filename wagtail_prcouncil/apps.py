"""Mistakes in INSTALLED_APPS, said where they are made: before any model loads.

The root package is not an app: with the root installed and a feature not, Django files the
feature's models under the root's label, silently, and `migrate` dies much later. And a feature
without what it requires ends in a complaint of Django's that names neither of the two.
See docs/architecture.md, rule A1.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:  # models cannot be imported before all apps are known
    from django.contrib.auth.models import Group

INSTEAD = (
    "wagtail_prcouncil.pages",
    "wagtail_prcouncil.ui",
    "wagtail_prcouncil.search",
    "wagtail_prcouncil.numbering",
    "wagtail_prcouncil.clock",
    "wagtail_prcouncil.outbox",
    "wagtail_prcouncil.exchange",
    "wagtail_prcouncil.printing",
    "wagtail_prcouncil.directory",
    "wagtail_prcouncil.councils",
    "wagtail_prcouncil.meetings",
    "wagtail_prcouncil.charters",
    "wagtail_prcouncil.news",
    "wagtail_prcouncil.audience",
    "wagtail_prcouncil.comments",
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


class MemberConfig(AppConfig):
    """Base of our apps' configs: refuses to load without the apps that it `requires`.

    `group_permissions` names the permissions on the app's own models that work groups are given,
    by kind of group: {"editor": ("view_agency",)}.
    """

    default = False  # each app's own config is the one to find, not this imported base
    default_auto_field = "django.db.models.BigAutoField"
    requires: tuple[str, ...] = ()
    group_permissions: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, app_name: str, app_module: ModuleType | None) -> None:
        super().__init__(app_name, app_module)
        for needed in self.requires:
            if not any(f"{entry}.".startswith(f"{needed}.") for entry in settings.INSTALLED_APPS):
                raise ImproperlyConfigured(
                    f"(prcouncil_pages.E001) '{app_name}' needs '{needed}', which is not in "
                    f'INSTALLED_APPS. Add the line "{needed}",'
                )

    def on_given(self, group: "Group", codename: str, using: str) -> None:
        """A work group was given one of `group_permissions` a moment ago, for the first and only
        time: what it needs besides."""
