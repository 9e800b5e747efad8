"""The README's lines make a site that works."""

from pathlib import Path

import pytest

from tests.docs.reading import ROOT, blocks
from tests.docs.sites import DocumentedSite, StartedSite

pytestmark = pytest.mark.once


@pytest.fixture
def site(tmp_path: Path, third_party_template: Path) -> DocumentedSite:
    site = DocumentedSite(tmp_path, third_party_template)
    site.add(blocks(ROOT / "README.md", "python"))
    return site


def test_the_readme_makes_a_site(site: DocumentedSite) -> None:
    site.manage("check", "--fail-level", "WARNING")
    site.manage("migrate", "--verbosity", "0")
    site.manage("makemigrations", "--check", "--dry-run")
    site.manage("update_index", "--verbosity", "0")
    site.run("-m", "tests.docs.visit_installed")


README = blocks(ROOT / "README.md")
NO_LOCALE = "prcouncil_pages.W001"


def test_english_comes_into_a_new_persian_site(tmp_path: Path) -> None:
    site = StartedSite(tmp_path)
    site.follow(README)
    site.manage("migrate", "--verbosity", "0")
    run_script(site, "add_english.py")
    site.manage("check", "--database", "default", "--fail-level", "WARNING")
    site.run("-m", "tests.docs.visit_languages")


def test_persian_comes_into_a_site_that_has_pages(tmp_path: Path) -> None:
    site = StartedSite(tmp_path)
    site.manage("migrate", "--verbosity", "0")
    site.run("-m", "tests.docs.visit_languages", "write about")
    site.follow(README)
    site.manage("migrate", "--skip-checks", "--verbosity", "0")
    site.manage("update_index", "--verbosity", "0")
    warned = site.complaints("check", "--database", "default")
    assert NO_LOCALE in warned
    assert "Into a site that has pages already" in warned
    run_script(site, "add_persian.py")
    site.manage("check", "--database", "default", "--fail-level", "WARNING")
    site.run("-m", "tests.docs.visit_languages", "read about")


def test_the_admin_takes_the_same_steps(tmp_path: Path) -> None:
    """Persian comes in by Settings, Locales and by Translate this page instead of by a script."""
    site = StartedSite(tmp_path)
    site.manage("migrate", "--verbosity", "0")
    site.follow(README)
    site.manage("migrate", "--skip-checks", "--verbosity", "0")
    site.run("-m", "tests.docs.add_persian_by_hand")
    site.manage("check", "--database", "default", "--fail-level", "WARNING")
    site.run("-m", "tests.docs.visit_languages")


def run_script(site: StartedSite, name: str) -> None:
    """As `manage.py shell < name` does."""
    site.run("-c", f"import django; django.setup()\n{(site.folder / name).read_text()}")
