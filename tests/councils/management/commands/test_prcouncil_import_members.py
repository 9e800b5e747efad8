from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.councils.importing.making import checked, member
from tests.councils.making import council
from tests.directory.importing.making import csv_file
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, CouncilPage
from wagtail_prcouncil.exchange.actions import start
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(site: SmallSite) -> CouncilPage:
    agency("سازمان آب", code="water")
    return council(site, "شورای آزمون")


@pytest.fixture
def file(tmp_path: Path, home: CouncilPage) -> Path:
    path = tmp_path / "members.csv"
    path.write_bytes(csv_file(member(agency_code="water")))
    return path


def command(*arguments: object, output: StringIO | None = None) -> str:
    output = output or StringIO()
    call_command("prcouncil_import_members", *map(str, arguments), stdout=output)
    return output.getvalue()


def test_without_apply_it_only_reports(file: Path) -> None:
    told = command(file)
    assert "بهار نمونه‌پور" in told
    assert "خرداد ۱۴۰۲" in told
    assert not Appointment.objects.exists()


def test_apply_and_again(file: Path) -> None:
    assert "1 / 1" in command(file, "--apply")
    assert Appointment.objects.get().person.name == "بهار نمونه‌پور"
    assert "بهار" not in command(file, "--apply")
    assert Appointment.objects.count() == 1


def test_lines_with_errors_are_left_out_and_end_it_with_a_code(file: Path) -> None:
    good, bad = member(agency_code="water"), member("سپهر نمونه‌نیا", agency_code="sea")
    file.write_bytes(csv_file(bad, good))
    for arguments, written in (([file], 0), ([file, "--apply"], 1)):
        output = StringIO()
        with pytest.raises(CommandError) as ended:
            command(*arguments, output=output)
        assert ended.value.returncode == 2
        assert "کد دستگاه !" in output.getvalue()
        assert Appointment.objects.count() == written


def test_one_that_was_broken_off_is_resumed(home: CouncilPage) -> None:
    start(checked(member(agency_code="water")))
    assert "1 / 1" in command("--resume")
    assert (Appointment.objects.count(), ImportRun.objects.get().state) == (1, "done")


def test_of_somebody_s_change_since_the_check_it_tells(home: CouncilPage) -> None:
    start(checked(member(agency_code="water")))
    CouncilPage.objects.update(title="شورای دیگر", slug="other")
    with pytest.raises(CommandError) as ended:
        command("--resume")
    assert (ended.value.returncode, Appointment.objects.count()) == (1, 0)
