"""Databases that know only some of the tables: the groups wait until all is there."""

from pathlib import Path

import pytest

from tests.database import run_python, succeed


def migrate(folder: Path, *labels: str) -> None:
    succeed(
        run_python(
            *("-m", "django", "migrate", "--verbosity=0", *labels),
            settings="tests.settings",
            database=f"sqlite:///{folder}/part.sqlite3",
        )
    )


@pytest.mark.parametrize("label", ["auth", "contenttypes", "prcouncil_pages"])
def test_migrating_one_app_first(tmp_path: Path, label: str) -> None:
    migrate(tmp_path, label)


def test_taking_the_groups_back(tmp_path: Path) -> None:
    migrate(tmp_path, "prcouncil_pages")
    migrate(tmp_path, "prcouncil_pages", "zero")
