"""The compiled catalogues are those of the texts beside them: nobody forgot `make messages`."""

import subprocess
from pathlib import Path

import polib
import pytest

PACKAGE = Path(__file__).parents[2] / "wagtail_prcouncil"
CATALOGUES = sorted(PACKAGE.rglob("locale/*/LC_MESSAGES/*.po"))


def test_the_package_has_catalogues() -> None:
    assert CATALOGUES


@pytest.mark.needs("gettext")
@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: str(po.relative_to(PACKAGE)))
def test_the_compiled_catalogue_is_fresh(po: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", fresh, po], check=True, capture_output=True)
    assert texts(po.with_suffix(".mo")) == texts(fresh)


def texts(mo: Path) -> dict[tuple[str | None, str], object]:
    """What a catalogue says, without the order and padding in which msgfmt versions differ."""
    return {
        (entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural)
        for entry in polib.mofile(str(mo))
    }


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: str(po.relative_to(PACKAGE)))
def test_every_text_is_translated(po: Path) -> None:
    catalogue = polib.pofile(str(po))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
