"""Any set of apps that holds what its members require is a site that works; tried are those in
which a mistake shows (PRCOUNCIL_EVERY_SET=1: all)."""

from pathlib import Path

import pytest
from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from tests.database import SqliteStore, run_python, succeed
from tests.stacks import sites

BARE_SITE = "tests.stacks.bare_site"


def _name(apps: object) -> str:
    """Of a set of apps in the test's id: what it has beside the base."""
    return "+".join(sorted(app.split(".")[-1] for app in apps - sites.BASE)) or "base"


@pytest.mark.parametrize("apps", sites.telling_sets(), ids=_name)
def test_a_closed_set_checks_migrates_and_renders(
    apps: frozenset[str], tmp_path: Path, third_party_template: Path
) -> None:
    """Migrations are run where a mistake of theirs shows: what an app's own lean on without naming
    it is missing in the least set that holds the app."""
    tables = {} if apps in sites.least_sets() else {"MIGRATION_MODULES": sites.without_migrations()}
    module = sites.write_settings(tmp_path, BARE_SITE, *apps, **tables)
    store = SqliteStore(tmp_path)
    store.path("site").write_bytes(third_party_template.read_bytes())
    succeed(
        run_python(
            "-m",
            "tests.stacks.visit",
            settings=module,
            database=store.url("site"),
            folder=tmp_path,
        )
    )


def test_every_app_is_in_a_closed_set() -> None:
    """A requirement that names no app of the package would leave its app out of all of them."""
    assert frozenset().union(*sites.telling_sets()) == set(sites.requirements())


@pytest.mark.parametrize(
    ("apps", "app", "missing"),
    sites.incomplete_sets(),
    ids=lambda value: value.split(".")[-1] if isinstance(value, str) else "",
)
def test_a_missing_requirement_is_named(
    apps: frozenset[str], app: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While Django makes the configs, which it does before all else."""
    monkeypatch.setattr(settings, "INSTALLED_APPS", sorted(apps))
    with pytest.raises(ImproperlyConfigured) as complaint:
        AppConfig.create(app)
    words = f"(prcouncil_pages.E001) '{app}' needs '{missing}', which is not in INSTALLED_APPS."
    assert str(complaint.value).startswith(words)


def test_it_is_the_first_thing_a_site_says(tmp_path: Path) -> None:
    apps, app, missing = sites.incomplete_sets()[0]
    module = sites.write_settings(tmp_path, *apps)
    done = run_python("-m", "django", "check", settings=module, folder=tmp_path)
    assert done.returncode != 0
    assert f"'{app}' needs '{missing}', which is not in INSTALLED_APPS" in done.stderr
    assert "ImproperlyConfigured: (prcouncil_pages.E001)" in done.stderr


def test_the_root_package_is_refused_with_the_apps_to_install(tmp_path: Path) -> None:
    module = sites.write_settings(tmp_path, sites.PACKAGE)
    done = run_python("-m", "django", "check", settings=module, folder=tmp_path)
    assert done.returncode != 0
    for app in sites.requirements():
        assert f'    "{app}",\n' in done.stderr
