"""`makemigrations --check` stays clean on sites that are not configured like ours."""

from pathlib import Path

import pytest

from tests.database import SqliteStore, run_python, succeed
from tests.stacks import sites

MINISTRY_IMAGES = "tests.stacks.ministry_images"
MINISTRY_SITE = "tests.stacks.ministry_site"
ALL = tuple(sites.requirements())
CHECK = ("-m", "django", "makemigrations", "--check", "--dry-run")


@pytest.mark.parametrize(
    ("apps", "settings"),
    [
        pytest.param(ALL, {}, id="defaults"),
        pytest.param(ALL, {"LANGUAGE_CODE": "fa"}, id="persian"),
        pytest.param(ALL, {"LANGUAGE_CODE": "en"}, id="english"),
        pytest.param(
            (MINISTRY_IMAGES, *ALL),
            {"WAGTAILIMAGES_IMAGE_MODEL": "ministry_images.MinistryImage"},
            id="custom-image-model",
        ),
    ],
)
def test_nothing_is_left_to_migrate(
    apps: tuple[str, ...], settings: dict[str, object], tmp_path: Path
) -> None:
    name = sites.write_settings(tmp_path, *apps, **settings)
    succeed(run_python(*CHECK, settings=name, folder=tmp_path))


def test_a_site_that_subclasses_migrates_only_itself(
    tmp_path: Path, third_party_template: Path
) -> None:
    """The site's first migration is written as its developer would; ours must not be touched."""
    (tmp_path / "ministry_migrations").mkdir()
    (tmp_path / "ministry_migrations" / "__init__.py").touch()
    name = sites.write_settings(
        tmp_path,
        MINISTRY_SITE,
        *ALL,
        MIGRATION_MODULES={"ministry_site": "ministry_migrations"},
    )
    store = SqliteStore(tmp_path)
    store.path("site").write_bytes(third_party_template.read_bytes())
    for command in [("makemigrations",), ("makemigrations", "--check", "--dry-run"), ("migrate",)]:
        output = succeed(
            run_python(
                "-m", "django", *command, settings=name, database=store.url("site"), folder=tmp_path
            )
        )
        if command == ("makemigrations",):
            assert "Migrations for 'ministry_site'" in output
            assert output.count("Migrations for") == 1
