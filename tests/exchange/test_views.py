import io

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from tests.directory.importing.making import big_register, csv_file, unit
from tests.exchange.test_reading import NASTY
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange import views
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db

INDEX = "/admin/prcouncil_agency_import/"


@pytest.fixture
def secretary(client: Client) -> Client:
    """Somebody who may add and change agencies, in English."""
    user = User.objects.create_user("secretary")
    names = ("access_admin", "add_agency", "change_agency")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client


def send(client: Client, content: bytes, name: str = "register.csv") -> HttpResponse:
    return client.post(INDEX, {"file": SimpleUploadedFile(name, content)})


def press(client: Client, run: ImportRun, verb: str) -> HttpResponse:
    return client.post(f"{INDEX}{run.pk}/{verb}/", follow=True)


def test_from_the_file_to_the_register(secretary: Client) -> None:
    response = send(secretary, csv_file(unit("a", "الف"), unit("b", "ب", parent="a")))
    run = ImportRun.objects.get()
    assert response.url == f"{INDEX}{run.pk}/"
    page = secretary.get(response.url).content.decode()
    assert "What it will say" in page
    assert f"{INDEX}{run.pk}/start/" in page
    assert not Agency.objects.exists()
    done = press(secretary, run, "start").content.decode()
    assert "The import is done." in done
    assert Agency.objects.count() == 2
    assert "register.csv" in secretary.get(INDEX).content.decode()


def test_a_line_with_an_error_offers_no_start(secretary: Client) -> None:
    send(secretary, csv_file(unit("a", "الف", parent="nowhere", colour="red")))
    run = ImportRun.objects.get()
    page = secretary.get(f"{INDEX}{run.pk}/").content.decode()
    assert "There is no agency “nowhere”" in page
    assert "«colour»" in page
    assert "/start/" not in page
    assert "Nothing is imported while" in press(secretary, run, "start").content.decode()
    assert ImportRun.objects.get().state == "checked"


@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY)
def test_a_file_of_any_bytes_is_refused_beside_its_field(secretary: Client, content: bytes) -> None:
    response = send(secretary, content)
    assert response.status_code in {413, 422}
    assert response.context["form"].errors["file"]
    assert not ImportRun.objects.exists()


def test_headings_without_a_code_are_told_beside_the_field(secretary: Client) -> None:
    response = send(secretary, b"name\nwater\n")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["file"])


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_BYTES": 100})
def test_a_file_that_is_too_big_is_answered_so(secretary: Client) -> None:
    assert send(secretary, b"a" * 101).status_code == 413


def test_a_long_import_goes_on_by_itself(
    secretary: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "SECONDS_AT_ONCE", 0)
    send(secretary, csv_file(*big_register(150)))
    run = ImportRun.objects.get()
    page = press(secretary, run, "start").content.decode()
    assert "data-prc-advance" in page
    assert 'value="100" max="150"' in page
    address = f"{INDEX}{run.pk}/"
    assert "data-prc-advance" in secretary.get(f"{address}?go=100").content.decode()
    for looked_at in (address, f"{address}?go=50", f"{address}?go="):
        assert "data-prc-advance" not in secretary.get(looked_at).content.decode()
    assert "The import is done." in press(secretary, run, "advance").content.decode()


def test_who_comes_second_is_told_so(secretary: Client) -> None:
    send(secretary, csv_file(unit("a", "الف")))
    run = ImportRun.objects.get()
    press(secretary, run, "start")
    assert "has changed meanwhile: done" in press(secretary, run, "start").content.decode()
    assert "has changed meanwhile: done" in press(secretary, run, "withdraw").content.decode()


def test_giving_up_and_checking_again(secretary: Client) -> None:
    send(secretary, csv_file(unit("a", "الف")))
    run = ImportRun.objects.get()
    Agency.objects.create(code="a", name="الف", kind="organisation")
    press(secretary, run, "check")
    assert ImportRun.objects.get().counts == {"unchanged": 1}
    press(secretary, run, "withdraw")
    assert ImportRun.objects.get().state == "withdrawn"


def test_giving_up_what_was_broken_off_says_what_stays(
    secretary: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "SECONDS_AT_ONCE", 0)
    send(secretary, csv_file(*big_register(150)))
    run = ImportRun.objects.get()
    assert f"{INDEX}{run.pk}/withdraw/" in press(secretary, run, "start").content.decode()
    told = press(secretary, run, "withdraw").content.decode()
    assert "100 of 150 changes had been written; they stay." in told
    assert 'value="100" max="150"' in told
    assert (ImportRun.objects.get().state, Agency.objects.count()) == ("withdrawn", 100)


def test_an_old_import_says_that_its_lines_are_gone(secretary: Client) -> None:
    send(secretary, csv_file(unit("a", "الف")))
    run = ImportRun.objects.get()
    ImportRun.objects.update(state="done", lines=[], report=[], steps=[])
    page = secretary.get(f"{INDEX}{run.pk}/").content.decode()
    assert "The lines of this import are no longer kept." in page


def test_a_long_report_has_pages_and_filters(secretary: Client) -> None:
    send(secretary, csv_file(*big_register(60), unit("bad", "بد", parent="nowhere")))
    address = f"{INDEX}{ImportRun.objects.get().pk}/"
    assert len(secretary.get(address).context["lines"]) == 50
    assert len(secretary.get(f"{address}?p=2").context["lines"]) == 11
    assert len(secretary.get(f"{address}?state=error&p=x").context["lines"]) == 1
    assert secretary.get(f"{address}?state=nonsense").status_code == 200


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_to_fill_in_is_one_that_can_be_read(secretary: Client, kind: str) -> None:
    content = b"".join(secretary.get(f"{INDEX}template/{kind}/"))
    if kind == "xlsx":
        assert load_workbook(io.BytesIO(content)).active.max_row == 2
    Agency.objects.create(code="roads", name="راه", kind="organisation")
    send(secretary, content, f"template.{kind}")
    run = ImportRun.objects.get()
    assert (run.counts, run.unknown_headings) == ({"new": 1}, [])


def test_addresses_that_lead_nowhere(secretary: Client) -> None:
    send(secretary, csv_file(unit("a", "الف")))
    address = f"{INDEX}{ImportRun.objects.get().pk}/"
    assert secretary.get(f"{INDEX}template/pdf/").status_code == 404
    assert secretary.post(f"{address}burn/").status_code == 404
    assert secretary.get(f"{INDEX}999999/").status_code == 404
    assert secretary.get(f"{address}start/").status_code == 405


def test_others_see_nothing(client: Client) -> None:
    user = User.objects.create_user("reader")
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "add_agency"])
    )
    client.force_login(user)
    for address in (INDEX, f"{INDEX}template/csv/"):
        assert client.get(address).url == reverse("wagtailadmin_home")
    assert INDEX not in client.get(reverse("wagtailadmin_home")).content.decode()
