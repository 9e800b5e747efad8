"""The README's lines make a site that works."""

from pathlib import Path

import pytest

from tests.docs.reading import ROOT, blocks
from tests.docs.sites import DocumentedSite

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
