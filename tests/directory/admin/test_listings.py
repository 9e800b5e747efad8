import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from tests.directory.making import agency
from tests.directory.staff import address, with_permissions
from wagtail_prcouncil.directory.models import Agency, Person, Province

CLOSED = {"closed_on": dt.date(2024, 3, 20), "closing_reason": "abolished"}


def listed(client: Client, **parameters: str) -> list[str]:
    response = client.get(address("list"), parameters)
    assert response.status_code == 200
    return [row.name for row in response.context["object_list"]]


def shown(response: HttpResponse) -> str:
    return response.content.decode()


@pytest.fixture
def register(db: None) -> dict[str, Agency]:
    """A small tree: one closed, one in Qazvin, one with another name."""
    top = agency("وزارت نمونه", kind="ministry", code="ministry")
    qazvin = Province.objects.get(code="IR-26")
    roads = agency(
        "ادارهٔ کل راه‌داری قزوین",
        name_en="Roads of Qazvin",
        kind="provincial_directorate",
        parent=top,
        province=qazvin,
        relation="subordinate",
        pr_kind="unit",
    )
    gone = agency("آب پیشین", **CLOSED)
    roads.other_names.create(name="ترابری")
    roads.save()
    return {"top": top, "roads": roads, "gone": gone}


def test_by_alphabet_and_not_by_letter_codes(admin: Client, register: dict[str, Agency]) -> None:
    agency("پست")
    agency("تلفن")
    agency("گاز")
    names = ["آب پیشین", "ادارهٔ کل راه‌داری قزوین", "پست", "تلفن", "گاز", "وزارت نمونه"]
    assert listed(admin) == names
    assert listed(admin, ordering="-sort_key") == names[::-1]


def test_a_row_tells_its_place(admin: Client, register: dict[str, Agency]) -> None:
    text = shown(admin.get(address("list")))
    for word in ("قزوین", "۱ فروردین ۱۴۰۳", register["roads"].code):
        assert word in text


def test_english_editors_read_english_names_and_days(
    admin: Client, register: dict[str, Agency]
) -> None:
    UserProfile.objects.create(user=User.objects.get(), preferred_language="en")
    text = shown(admin.get(address("list")))
    assert "Roads of Qazvin" in text
    assert "closed on 20 March 2024" in text


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        ({"kind": "ministry"}, ["top"]),
        ({"relation": "subordinate"}, ["roads"]),
        ({"pr_kind": "unit"}, ["roads"]),
        ({"status": "closed"}, ["gone"]),
        ({"status": "open"}, ["roads", "top"]),
        ({"q": "راهداري"}, ["roads"]),
        ({"q": "roads"}, ["roads"]),
        ({"q": "قزوین", "status": "closed"}, []),
        ({"q": "قزوین", "kind": "provincial_directorate", "status": "open"}, ["roads"]),
        ({"status": "nonsense"}, ["gone", "roads", "top"]),
    ],
)
def test_filters_and_search(
    admin: Client, register: dict[str, Agency], parameters: dict[str, str], names: list[str]
) -> None:
    assert listed(admin, **parameters) == [register[name].name for name in names]


def test_filters_by_province_and_parent(admin: Client, register: dict[str, Agency]) -> None:
    roads = register["roads"]
    assert listed(admin, province=str(roads.province_id)) == [roads.name]
    assert listed(admin, parent=str(register["top"].pk)) == [roads.name]
    assert listed(admin, parent=str(register["top"].pk), q="راه") == [roads.name]


def test_another_name_finds_too(admin: Client, register: dict[str, Agency]) -> None:
    assert listed(admin, q="ترابري") == [register["roads"].name]


def test_the_listing_costs_the_same_for_many(
    admin: Client, register: dict[str, Agency], django_assert_max_num_queries: object
) -> None:
    for number in range(20):
        agency(f"ادارهٔ {number}", parent=register["top"], province=register["roads"].province)
    listed(admin)
    with django_assert_max_num_queries(25):
        listed(admin)


def test_what_is_listed_leaves_as_csv(admin: Client, register: dict[str, Agency]) -> None:
    response = admin.get(address("list"), {"export": "csv", "status": "closed"})
    text = response.getvalue().decode("utf-8-sig")
    [row] = list(csv.DictReader(StringIO(text)))
    assert register["gone"].name in row.values()
    assert {"2024-03-20", "1403/01/01"} <= set(row.values())


def test_results_of_a_search_leave_as_xlsx(admin: Client, register: dict[str, Agency]) -> None:
    response = admin.get(address("list"), {"export": "xlsx", "q": "راهداري"})
    sheet = load_workbook(BytesIO(b"".join(response))).active
    assert sheet.max_row == 2
    assert register["roads"].code in [cell.value for cell in sheet[2]]


def test_buttons_are_for_those_who_may(register: dict[str, Agency]) -> None:
    editor = with_permissions("view_agency")
    secretary = with_permissions("view_agency", "change_agency")
    close = address("close", register["top"])
    assert close not in shown(editor.get(address("list")))
    assert close in shown(secretary.get(address("list")))
    assert address("reopen", register["gone"]) in shown(secretary.get(address("list")))


def test_persons(admin: Client) -> None:
    Person.objects.create(name="نمونهٔ پژوهشگر", honorific_prefix="دکتر")
    Person.objects.create(name="آزاد")
    found = admin.get(address("list", model="person"), {"q": "پژوهشگر"}).context["object_list"]
    assert [row.name for row in found] == ["نمونهٔ پژوهشگر"]
    every = admin.get(address("list", model="person")).context["object_list"]
    assert [row.name for row in every] == ["آزاد", "نمونهٔ پژوهشگر"]
    response = admin.get(address("list", model="person"), {"export": "csv"})
    assert "دکتر" in response.getvalue().decode("utf-8-sig")
