"""A register that comes in, from the file to the rows."""

import datetime as dt
import io

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.directory.importing.making import (
    applied,
    big_register,
    checked,
    imported,
    problems,
    states,
    unit,
)
from tests.directory.making import agency
from wagtail_prcouncil.directory.importing import agencies as importing
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.tables import AGENCIES
from wagtail_prcouncil.exchange import actions
from wagtail_prcouncil.exchange.actions import advance, check_again, start
from wagtail_prcouncil.exchange.writing import csv_chunks, write_xlsx

pytestmark = pytest.mark.django_db


def test_six_hundred_units_within_a_budget_of_queries() -> None:
    with CaptureQueriesContext(connection) as checking:
        run = checked(*big_register())
    assert (problems(run), run.counts) == ([], {"new": 600})
    assert len(checking) <= 12
    start(run)
    while run.state == "running":
        with CaptureQueriesContext(connection) as applying:
            advance(run)
        assert len(applying) <= 45  # for a hundred agencies
    assert (run.state, Agency.objects.count()) == ("done", 600)


@pytest.mark.parametrize(("kind", "language"), [("csv", "fa"), ("xlsx", "en")])
def test_what_was_exported_comes_back_unchanged(language: str, kind: str) -> None:
    imported(
        *big_register(),
        unit(
            "old", "بانک قدیم", closed_on="1390/01/01", closing_reason="merged", successors="org-1"
        ),
        unit("odd", "=نام؛ با نشانه", telephone="+98 21 1", address="خیابان یکم\n-پلاک ۲"),
    )
    with override(language):
        content = exported(kind)
        run = checked(content=content)
    assert problems(run) == []
    assert (run.counts, run.unknown_headings) == ({"unchanged": 602}, [])


def exported(kind: str) -> bytes:
    if kind == "csv":
        return b"".join(csv_chunks(AGENCIES, Agency.objects.by_name()))
    output = io.BytesIO()
    write_xlsx(AGENCIES, Agency.objects.by_name(), output)
    return output.getvalue()


def test_a_line_in_persian_words_and_digits() -> None:
    agency(code="roads")
    imported(
        {
            "کد": "ROADS-QAZVIN-۲",
            "نام": "ادارة  كل راه قزوين",
            "نوع": "provincial directorate",
            "کد بالادست": "roads",
            "استان": "استان قزوين",
            "نام‌های دیگر": "راه قزوین| ادارهٔ راه",
            "کد پستی": "۳۴۱۳۳۱۳۱۳۱",
            "تاریخ تاسیس": "۱۳۷۰/۲/۱",
        }
    )
    row = Agency.objects.get(code="roads-qazvin-2")
    assert (row.name, row.kind, row.parent.code) == (
        "ادارة کل راه قزوین",
        "provincial_directorate",
        "roads",
    )
    assert (row.province.code, row.founded_on) == ("IR-26", dt.date(1991, 4, 21))
    assert [name.name for name in row.other_names.all()] == ["راه قزوین", "ادارهٔ راه"]
    assert row.postal_code == "3413313131"


def test_columns_left_out_stay_and_empty_cells_empty() -> None:
    agency("آب", code="water", website="https://water.example.ir/", telephone="021")
    run = checked({"code": "water", "telephone": ""})
    assert run.outcomes[0].changes == [["telephone", "021", ""]]
    applied(run)
    row = Agency.objects.get(code="water")
    assert (row.telephone, row.website) == ("", "https://water.example.ir/")


def test_closing_and_its_successors_go_through_the_action() -> None:
    agency("بانک کهن", code="old")
    run = imported(
        {
            "code": "old",
            "closed_on": "1403/01/01",
            "closing_reason": "split",
            "successors": "new-b، new-a",
        },
        unit("new-a", "بانک الف"),
        unit("new-b", "بانک ب"),
    )
    row = Agency.objects.get(code="old")
    assert (row.closed_on, row.closing_reason) == (dt.date(2024, 3, 20), "split")
    assert [successor.code for successor in row.successors()] == ["new-a", "new-b"]
    assert states(run) == ["changed", "new", "new"]


def test_a_closed_family_is_written_before_it_is_closed() -> None:
    closed = {"closed_on": "1390/01/01", "closing_reason": "abolished"}
    imported(unit("child", "زیرین", parent="top", **closed), unit("top", "زبرین", **closed))
    assert not Agency.objects.active().exists()
    assert Agency.objects.get(code="child").parent.code == "top"


def test_names_may_be_handed_on() -> None:
    agency("آب", code="a")
    agency("برق", code="b")
    imported({"code": "b", "name": "آب"}, {"code": "a", "name": "آب و فاضلاب"})
    assert Agency.objects.get(code="b").name == "آب"


@pytest.mark.parametrize("size", [1, 2, 100])
def test_a_second_start_changes_nothing_twice(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", size)
    rows = [unit("child", "زیرین", parent="top"), unit("top", "زبرین")]
    run = imported(*rows)
    assert Agency.objects.count() == 2
    again = checked(*rows)
    assert (again.counts, again.steps) == ({"unchanged": 2}, [])
    with pytest.raises(actions.ConflictError):
        start(run)


def test_what_somebody_changed_meanwhile_is_a_conflict() -> None:
    agency("آب", code="water", telephone="111")
    agency("برق", code="power", telephone="111")
    run = start(
        checked(
            {"code": "water", "telephone": "222"},
            {"code": "power", "telephone": "222"},
            unit("gas", "گاز"),
        )
    )
    Agency.objects.filter(code="water").update(telephone="333")
    agency("گاز", code="gas")
    with override("en"):
        advance(run)
    assert run.state == "failed"
    assert [(line, sentence) for line, _column, sentence in problems(run)] == [
        (2, "Since the check somebody has changed: telephone"),
        (4, "Somebody has added or deleted it since the check."),
    ]
    assert Agency.objects.get(code="power").telephone == "111"
    again = check_again(run)
    assert states(again) == ["changed", "changed", "unchanged"]
    assert applied(again).state == "done"


def test_a_change_that_somebody_made_already_is_none() -> None:
    agency("آب", code="water", telephone="111")
    run = start(checked({"code": "water", "telephone": "222"}))
    Agency.objects.filter(code="water").update(telephone="222")
    assert advance(run).state == "done"


def test_both_rights_are_asked_for() -> None:
    user = User.objects.create_user("half")
    user.user_permissions.add(Permission.objects.get(codename="change_agency"))
    with pytest.raises(PermissionDenied):
        checked(unit("a", "الف"), by=User.objects.get(pk=user.pk))
    assert importing.AgencyImport.permissions == (
        "prcouncil_directory.add_agency",
        "prcouncil_directory.change_agency",
    )
