from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.directory.importing.making import big_register, checked, csv_file, unit
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange.actions import advance, start
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


def command(*arguments: object) -> str:
    output = StringIO()
    call_command("prcouncil_import_agencies", *map(str, arguments), stdout=output)
    return output.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_bytes(csv_file(unit("a", "الف"), unit("b", "ب", parent="a")))
    return path


def test_without_apply_it_only_reports(file: Path) -> None:
    assert "الف" in command(file)
    assert not Agency.objects.exists()


def test_apply(file: Path) -> None:
    assert "2 / 2" in command(file, "--apply")
    assert Agency.objects.count() == 2
    assert "الف" not in command(file, "--apply")


def test_a_file_with_errors_is_reported_and_not_applied(file: Path) -> None:
    file.write_bytes(csv_file(unit("a", "الف", parent="nowhere")))
    with pytest.raises(CommandError):
        command(file, "--apply")
    assert not Agency.objects.exists()


def test_a_broken_import_is_resumed() -> None:
    advance(start(checked(*big_register(150))))
    assert Agency.objects.count() == 100
    assert "150 / 150" in command("--resume")
    assert (Agency.objects.count(), ImportRun.objects.get().state) == (150, "done")
    with pytest.raises(CommandError):
        command("--resume")


def test_rows_that_changed_meanwhile_end_it() -> None:
    start(checked(unit("a", "الف")))
    Agency.objects.create(code="a", name="دیگری", kind="bank")
    with pytest.raises(CommandError):
        command("--resume")
    assert ImportRun.objects.get().state == "failed"


@pytest.mark.parametrize("content", [None, b"\x00", b"name\nwater\n"])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError):
        command(path)


def test_a_file_or_resume() -> None:
    with pytest.raises(CommandError):
        command()
