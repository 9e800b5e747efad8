"""docs/extending.md and docs/slots.md, built as a ministry would and visited."""

from pathlib import Path

import pytest

from tests.docs.reading import ROOT, blocks
from tests.docs.sites import DocumentedSite

pytestmark = pytest.mark.once


def test_the_app_of_the_documents_works(tmp_path: Path, third_party_template: Path) -> None:
    site = DocumentedSite(tmp_path, third_party_template)
    site.add(blocks(ROOT / "README.md", "python"))
    site.add_settings('INSTALLED_APPS = ["press", *INSTALLED_APPS]')
    for name in ("extending.md", "slots.md"):
        site.add(blocks(ROOT / "docs" / name))
    written = site.manage("makemigrations", "press")
    assert written.count("Migrations for") == 1
    site.manage("migrate", "--verbosity", "0")
    site.manage("makemigrations", "--check", "--dry-run")
    site.manage("check", "--fail-level", "WARNING")
    site.run("-m", "tests.docs.visit_extended")
