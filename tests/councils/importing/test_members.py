"""Members from a file: what the check tells, what is written, and by whose right."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

from tests.councils.importing.making import RIGHTS, applied, checked, member
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.directory.importing.making import csv_file, problems, states
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, CouncilPage
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.exchange import actions
from wagtail_prcouncil.exchange.actions import advance, check_again, start
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


def test_a_person_a_seat_and_a_stay_are_made(home: CouncilPage) -> None:
    row = member(
        since="۱۳۹۶/۰۵",
        until="۱۳۹۹",
        honorific="دکتر",
        name_en="Bahar Examplepour",
        agency_code="water",
        letter_number="۲۱/۴",
        **{"date of the letter": "1396/05/02"},
    )
    run = checked(row)
    assert states(run) == ["new"]
    assert not Appointment.objects.exists()
    assert applied(run).state == "done"
    stay = Appointment.objects.get()
    assert (stay.person.full_name_in("fa"), stay.person.name_en) == (
        "دکتر بهار نمونه‌پور",
        "Bahar Examplepour",
    )
    assert (stay.seat.agency.code, stay.seat.is_voting, stay.seat.council) == ("water", True, home)
    assert (stay.since_precision, stay.until_precision) == (Precision.MONTH, Precision.YEAR)
    assert stay.letter_on == dt.date(2017, 7, 24)
    assert states(checked(row)) == ["unchanged"]


def test_a_secretary_imports_into_his_council_only(site: SmallSite, home: CouncilPage) -> None:
    other = council(site, "شورای دیگر")
    keeper = member_of(group_for(home, rights=RIGHTS))
    mine, theirs = member(agency_code="water"), member(council=other.slug, agency_code="roads")
    run = checked(mine, theirs, by=keeper)
    assert [(line, column) for line, column, _sentence in problems(run)] == [(3, "council")]
    done = applied(checked(mine, by=keeper), by=keeper)
    assert done.state == "done"
    assert Appointment.objects.get().seat.council == home


def test_reports_of_others_are_not_his(site: SmallSite, home: CouncilPage) -> None:
    keeper, colleague = (member_of(group_for(home, rights=RIGHTS)) for _two in range(2))
    run = checked(member(agency_code="water"), by=colleague)
    with pytest.raises(PermissionDenied):
        start(run, by=keeper)
    client = Client()
    client.force_login(keeper)
    assert client.get(reverse("prcouncil_member_import:run", args=[run.pk])).status_code == 404
    page = client.get(reverse("prcouncil_member_import:index"))
    assert (page.status_code, b"members.csv" in page.content) == (200, False)


def test_a_right_withdrawn_stops_it_and_it_goes_on(
    home: CouncilPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "BATCH", 1)
    group = group_for(home, rights=RIGHTS)
    keeper = member_of(group)
    rows = (
        member(agency_code="water"),
        member("سپهر نمونه‌نیا", "1403/01/01", agency_code="roads"),
    )
    run = advance(start(checked(*rows, by=keeper), by=keeper), by=keeper)
    kept = list(group.page_permissions.all())
    group.page_permissions.all().delete()
    advance(run, by=keeper)
    assert (run.state, Appointment.objects.count(), Person.objects.count()) == ("failed", 1, 1)
    for row in kept:
        row.pk = None
        row.save()
    again = check_again(ImportRun.objects.get(pk=run.pk), by=keeper)
    assert states(again) == ["unchanged", "new"]
    assert applied(again, by=keeper).state == "done"
    assert Appointment.objects.count() == 2


def test_through_the_admin(home: CouncilPage, admin_client: Client) -> None:
    file = SimpleUploadedFile("members.csv", csv_file(member(agency_code="water")))
    sent = admin_client.post(reverse("prcouncil_member_import:index"), {"file": file})
    assert sent.status_code == 302
    report = admin_client.get(sent["Location"])
    assert "بهار نمونه‌پور" in report.content.decode()
    template = admin_client.get(reverse("prcouncil_member_import:template", args=["csv"]))
    assert template.status_code == 200


def test_a_bad_line_stops_no_other(home: CouncilPage, admin_client: Client) -> None:
    rows = (member(agency_code="sea"), member("سپهر نمونه‌نیا", agency_code="water"))
    run = checked(*rows)
    assert (states(run), run.is_applicable) == (["error", "new"], True)
    page = admin_client.get(reverse("prcouncil_member_import:run", args=[run.pk]))
    assert b"help-warning" in page.content
    assert applied(run).state == "done"
    assert Appointment.objects.get().person.name == "سپهر نمونه‌نیا"
    assert states(checked(*rows)) == ["error", "unchanged"]


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_CELL_LENGTH": 40})
def test_one_cell_that_is_too_long_stops_no_other_line(home: CouncilPage) -> None:
    run = checked(
        member(agency_code="water", title="الف" * 20), member("سپهر نمونه‌نیا", agency_code="roads")
    )
    assert [(line, column) for line, column, _sentence in problems(run)] == [(2, "title")]
    assert states(run) == ["error", "new"]


def test_a_name_that_was_shown_otherwise_is_noted(home: CouncilPage, admin_client: Client) -> None:
    run = checked(member("آزمون\u202eت", agency_code="water"))
    assert [column for column, _sentence in run.outcomes[0].notes] == ["name"]
    page = admin_client.get(reverse("prcouncil_member_import:run", args=[run.pk])).content.decode()
    assert "prc-import__notes" in page
    assert [column for column, _s in check_again(run).outcomes[0].notes] == ["name"]


def test_days_of_the_report_stand_in_the_reader_s_calendar(
    home: CouncilPage, admin_client: Client
) -> None:
    run = checked(member(since="1396/05", agency_code="water"), member(since="2017-13-03"))
    page = admin_client.get(reverse("prcouncil_member_import:run", args=[run.pk])).content.decode()
    assert "مرداد ۱۳۹۶" in page
    assert '<bdi class="prc-import__day" dir="ltr">2017-13-03</bdi>' in page
