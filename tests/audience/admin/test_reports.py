import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from tests.audience.making import known, viewed
from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import cast_vote
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.news.models import NewsPage

ITEMS = "/admin/reports/readers/items/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def read(site: SmallSite) -> NewsPage:
    """An item of an agency, read and voted on; another was read long ago."""
    page = live_news(site, title="گزارش آب", agency=agency("سازمان نمونهٔ آب", name_en="Water"))
    viewed(page, 30, capped_minutes=1)
    viewed(page, 12, at=timezone.now() - 2 * DAY)
    viewed(live_news(site, title="کهنه"), 99, at=timezone.now() - 400 * DAY)
    cast_vote(known(page), is_useful=True, by="one")
    cast_vote(known(page), is_useful=False, reason="نشانی نداشت", by="two")
    return page


def _cells(response: object) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


def test_items_with_views_and_votes(admin_client: Client, read: NewsPage) -> None:
    shown = admin_client.get(ITEMS).content.decode()
    assert "گزارش آب" in shown
    assert "کهنه" not in shown, "only the last thirty days, unless asked for others"
    assert "<rect" in shown
    table = _cells(admin_client.get(f"{ITEMS}?export=csv"))
    assert table[1:] == [["گزارش آب", "42", "1", "1", "1"]]


@pytest.mark.parametrize(
    ("grouping", "name"),
    [("sections", "استان‌ها"), ("agencies", "سازمان نمونهٔ آب")],
)
def test_sections_and_agencies_by_name(
    admin_client: Client, read: NewsPage, grouping: str, name: str
) -> None:
    table = _cells(admin_client.get(f"/admin/reports/readers/{grouping}/?export=csv"))
    assert table[1] == [name, "42", "1", "1", "1"]


def test_days_in_both_calendars(admin_client: Client, site: SmallSite) -> None:
    page = live_news(site)
    viewed(page, 7, at=dt.datetime(2026, 3, 20, 20, 29, tzinfo=dt.UTC))
    viewed(page, 5, at=dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC))
    days = "/admin/reports/readers/days/?start_from=2026-03-01&start_to=2026-03-31&ordering=day"
    table = _cells(admin_client.get(f"{days}&export=csv"))
    assert [row[:3] for row in table[1:]] == [
        ["2026-03-20", "1404/12/29", "7"],
        ["2026-03-21", "1405/01/01", "5"],
    ]
    workbook = load_workbook(BytesIO(b"".join(admin_client.get(f"{days}&export=xlsx"))))
    assert [cell.value for cell in workbook.active[3]][:3] == ["2026-03-21", "1405/01/01", 5]


def test_a_span_in_jalali_days(admin_client: Client, site: SmallSite) -> None:
    page = live_news(site)
    viewed(page, 7, at=dt.datetime(2026, 3, 20, 20, 29, tzinfo=dt.UTC))
    viewed(page, 5, at=dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC))
    table = _cells(admin_client.get(f"{ITEMS}?start_from=۱۴۰۵/۱/۱&start_to=۱۴۰۵/۱/۱&export=csv"))
    assert table[1][1] == "5"


def test_filters_narrow(admin_client: Client, site: SmallSite, read: NewsPage) -> None:
    english = live_news(site, english_of=read, section=None)
    viewed(english, 8)
    for query, views in [
        (f"locale_id={site.en.pk}", "8"),
        (f"section_id={site.section.pk}", "42"),
        (f"item_id={read.pk}", "50"),
    ]:
        table = _cells(admin_client.get(f"{ITEMS}?{query}&export=csv"))
        assert table[1][1] == views, query


@pytest.mark.parametrize(
    "query",
    [
        "start_from=x",
        "start_from=2026-99-99",
        "start_from=9999-12-31",
        "start_to=0001-01-01",
        "start_from=2026-05-01&start_to=2026-04-01",
        "section_id=x",
        "agency_id=99999999999999999999",
        "item_id=99999999999999999999",
        "item_id=-1",
        "p=x",
        "p=-1",
        "ordering=password",
        "start_from=2026-05-01&start_from=%00",
    ],
)
@pytest.mark.parametrize("grouping", ["items", "days"])
def test_odd_questions_are_answered(
    admin_client: Client, read: NewsPage, grouping: str, query: str
) -> None:
    for place in ("", "results/"):
        response = admin_client.get(f"/admin/reports/readers/{grouping}/{place}?{query}")
        assert response.status_code == 200, query


def test_a_deleted_item_keeps_its_views(admin_client: Client, read: NewsPage) -> None:
    number = read.pk
    read.delete()
    table = _cells(admin_client.get(f"{ITEMS}?export=csv"))
    assert table[1][1] == "42"
    assert str(number) in table[1][0]


def test_reasons_reach_the_desk(admin_client: Client, read: NewsPage) -> None:
    reasons = "/admin/reports/readers/reasons/"
    assert "نشانی نداشت" in admin_client.get(reasons).content.decode()
    assert "نشانی نداشت" not in admin_client.get(f"{reasons}?is_useful=True").content.decode()
    table = _cells(admin_client.get(f"{reasons}?export=csv"))
    assert table[1][0] == "گزارش آب"
    assert table[1][-1] == "نشانی نداشت"
    UsefulnessVote.objects.update(page=None)
    assert admin_client.get(reasons).status_code == 200


def _staff(*codenames: str) -> Client:
    group = Group.objects.create(name="desk")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    user = get_user_model().objects.create_user("editor")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def test_numbers_are_for_whom_they_are_meant(read: NewsPage) -> None:
    assert _staff().get(ITEMS).status_code == 302
    assert "readers/items" not in _staff_menu()


def _staff_menu() -> str:
    get_user_model().objects.all().delete()
    Group.objects.all().delete()
    return str(_staff().get("/admin/").content.decode())


def test_editors_see_them(read: NewsPage) -> None:
    staff = _staff("view_viewcount")
    assert staff.get(ITEMS).status_code == 200
    assert "readers/items" in staff.get("/admin/").content.decode()
    assert staff.get("/admin/reports/readers/reasons/").status_code == 302


def test_a_page_tells_how_often_it_was_read(admin_client: Client, read: NewsPage) -> None:
    shown = admin_client.get(f"/admin/pages/{read.pk}/edit/").content.decode()
    assert f"/admin/reports/readers/days/?item_id={read.pk}" in shown
