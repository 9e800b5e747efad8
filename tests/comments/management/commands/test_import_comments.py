from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.comments.importing.making import sheet, wordpress, wordpress_comment
from tests.comments.importing.test_running import DATE
from tests.comments.making import open_page
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment


def told(*args: object) -> str:
    """What it says; status 2 is said in the last line."""
    out = StringIO()
    try:
        call_command("import_comments", *map(str, args), stdout=out)
    except CommandError as error:
        if error.returncode != 2:
            raise
        out.write(str(error))
    return out.getvalue()


def test_what_it_says(site: SmallSite, tmp_path: Path) -> None:
    """No word of a comment, and no address: logs keep what commands say."""
    page = open_page(site)
    path = sheet(
        tmp_path,
        f"1,{page.pk},نام,متن یک,{DATE},a@example.ir,approved,",
        f"2,{page.pk},نامی,متنی,دیروز,b@example.ir,approved,",
    )
    assert told(path, "--dry-run").splitlines()[-2] == (
        "would write: new 1, known 0, outlived 0, bad 1"
    )
    assert not ReaderComment.objects.exists()
    said = told(path)
    assert said.startswith("3 ! ")
    assert "متنی" not in said
    assert "example.ir" not in said
    assert "new 0, known 1" in told(path, "--source", "old.csv")
    assert "new 1, known 0" in told(path, "--source", "another")


def test_a_wordpress_export_is_known_by_its_ending(site: SmallSite, tmp_path: Path) -> None:
    page = open_page(site)
    assert "new 1" in told(wordpress(tmp_path, page.url, wordpress_comment(7)))


def test_what_is_no_file(site: SmallSite, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        told(tmp_path / "none.csv")
    (tmp_path / "bad.xml").write_text("x")
    with pytest.raises(CommandError):
        told(tmp_path / "bad.xml")
