from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import Locale

from tests.exchange.making import LocaleImport
from wagtail_prcouncil.exchange.commands import ImportCommand
from wagtail_prcouncil.exchange.kinds import HOOK

pytestmark = pytest.mark.django_db


class LocaleCommand(ImportCommand):
    kind = LocaleImport


@pytest.fixture(autouse=True)
def _kind() -> None:
    """Registered for good: hooks know no end."""
    if not any(isinstance(register(), LocaleImport) for register in hooks.get_hooks(HOOK)):
        hooks.register(HOOK, LocaleImport)


def told(path: Path, content: str, *arguments: str) -> tuple[str, int]:
    """What the command says, and its exit code."""
    path.write_text(content)
    output = StringIO()
    try:
        with override("en"):
            call_command(LocaleCommand(), str(path), *arguments, stdout=output, stderr=output)
    except CommandError as error:
        return output.getvalue(), error.returncode
    return output.getvalue(), 0


def test_what_changes_is_told_and_written_only_where_that_is_asked(tmp_path: Path) -> None:
    report, code = told(tmp_path / "x.csv", "code,colour\nfa,\ntr,red\n")
    assert code == 0
    assert "3: new: tr" in report
    assert "Code:  → tr" in report
    assert "? colour" in report
    assert "2: " not in report
    assert not Locale.objects.filter(language_code="tr").exists()
    assert told(tmp_path / "x.csv", "code\ntr\n", "--apply")[1] == 0
    assert Locale.objects.filter(language_code="tr").exists()


def test_a_line_with_an_error_ends_it_with_a_code(tmp_path: Path) -> None:
    for arguments in ([], ["--apply"]):
        report, code = told(tmp_path / "x.csv", "code\nتر\ntr\n", *arguments)
        assert (code, "Code ! no code" in report) == (2, True)
    assert not Locale.objects.filter(language_code="tr").exists()


def test_what_is_worth_knowing_is_told_of_unchanged_lines_too(tmp_path: Path) -> None:
    report, code = told(tmp_path / "x.csv", "code\nf\u202aa\n")
    assert (code, "Code · Invisible characters" in report) == (0, True)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert told(tmp_path / "x.csv", "colour\nred\n")[1] == 1
