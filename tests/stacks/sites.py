"""Sites that install some of our apps: which sets can stand alone, and settings modules for them.

The sets come from what each AppConfig `requires`, so a new feature joins by being there.
"""

import os
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations
from pathlib import Path

import wagtail_prcouncil
from wagtail_prcouncil.apps import MemberConfig

PACKAGE = "wagtail_prcouncil"
BASE = frozenset({f"{PACKAGE}.pages", f"{PACKAGE}.ui"})


def configs() -> Iterator[type[MemberConfig]]:
    """Of every app of the package, in the order of their names."""
    for file in sorted(Path(wagtail_prcouncil.__path__[0]).glob("*/apps.py")):
        module = import_module(f"{PACKAGE}.{file.parent.name}.apps")
        for config in vars(module).values():
            if isinstance(config, type) and config.__module__ == module.__name__:
                yield config


def requirements() -> dict[str, frozenset[str]]:
    """Every app of the package with those of the package that its config names in `requires`."""
    return {
        config.name: frozenset(name for name in config.requires if name.startswith(PACKAGE))
        for config in configs()
    }


def closed_sets() -> list[frozenset[str]]:
    """Every set of apps with the base that holds all that its members require."""
    required = requirements()
    optional = sorted(set(required) - BASE)
    candidates = [
        BASE.union(chosen)
        for size in range(len(optional) + 1)
        for chosen in combinations(optional, size)
    ]
    return [apps for apps in candidates if all(required[app] <= apps for app in apps)]


def least_sets() -> set[frozenset[str]]:
    """For each app the least that holds it: a requirement that it does not name is missing there,
    for its code and for its migrations."""
    every = closed_sets()
    apps = set(requirements()) - BASE
    return {BASE, *(min((s for s in every if app in s), key=len) for app in apps)}


def telling_sets() -> list[frozenset[str]]:
    """Of all closed sets those in which a mistake shows.

    The least ones, and for each app the greatest without it, where whoever leans on it falls. All
    of them with PRCOUNCIL_EVERY_SET=1: their number doubles with each app.
    """
    every = closed_sets()
    if os.environ.get("PRCOUNCIL_EVERY_SET"):
        return every
    apps = set(requirements()) - BASE
    chosen = least_sets() | {max((s for s in every if app not in s), key=len) for app in apps}
    return [s for s in every if s in chosen or s == every[-1]]


def incomplete_sets() -> list[tuple[frozenset[str], str, str]]:
    """For each app and each app it requires: a set with the one and not the other, and with all
    that these require in turn."""
    required = requirements()
    least = {app: min((s for s in closed_sets() if app in s), key=len) for app in required}
    return [
        (least[app] - {missing}, app, missing)
        for app in sorted(required)
        for missing in sorted(required[app])
    ]


def without_migrations() -> dict[str, None]:
    """MIGRATION_MODULES of a site whose tables for our apps are made from the models."""
    return {config.label: None for config in configs()}


def write_settings(folder: Path, *apps: str, **settings: object) -> str:
    """A settings module in `folder` with these apps before Wagtail's; gives the module's name."""
    search = f"{PACKAGE}.search"
    backend = search if search in apps else "wagtail.search.backends.database"
    lines = [
        "from tests.third_party import *",
        f"INSTALLED_APPS = [*{sorted(apps, key=_bare_site_first)!r}, *INSTALLED_APPS]",
        'ROOT_URLCONF = "tests.stacks.urls"',
        f"WAGTAILSEARCH_BACKENDS = {{'default': {{'BACKEND': {backend!r}}}}}",
        *(f"{name} = {value!r}" for name, value in settings.items()),
    ]
    (folder / "stack_settings.py").write_text("\n".join(lines) + "\n")
    return "stack_settings"


def _bare_site_first(app: str) -> tuple[bool, str]:
    """A site's own apps stand before ours, so that its templates win."""
    return app.startswith(PACKAGE), app
