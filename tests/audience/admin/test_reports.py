import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, Page

from tests.audience.making import known, viewed
from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import cast_vote
from wagtail_prcouncil.audience.admin.reports import ALL_ITEMS, OWN
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.digits import to_persian

ITEMS = "/admin/reports/readers/items/"
REASONS = "/admin/reports/readers/reasons/"
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
    known_by = [str(read.code), read.full_url, str(read.pk), "fa"]
    assert table[1:] == [["گزارش آب", "42", "1", "1", "1", *known_by]]


def test_an_item_is_shown_with_code_and_address(admin_client: Client, read: NewsPage) -> None:
    for place in (ITEMS, REASONS):
        shown = admin_client.get(place).content.decode()
        assert f'<a href="{read.full_url}">{to_persian(str(read.code))}</a>' in shown, place


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
        (f"item={read.translation_key}", "50"),
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
        "item=x",
        "item=99999999999999999999",
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
    number = read.translation_key.hex[:8]
    read.delete()
    table = _cells(admin_client.get(f"{ITEMS}?export=csv"))
    assert table[1][1] == "42"
    assert number in table[1][0]


def test_reasons_reach_the_desk(admin_client: Client, read: NewsPage) -> None:
    reasons = REASONS
    assert "نشانی نداشت" in admin_client.get(reasons).content.decode()
    assert "نشانی نداشت" not in admin_client.get(f"{reasons}?is_useful=True").content.decode()
    table = _cells(admin_client.get(f"{reasons}?export=csv"))
    assert table[1][:3] == ["گزارش آب", str(read.code), read.full_url]
    workbook = load_workbook(BytesIO(b"".join(admin_client.get(f"{reasons}?export=xlsx"))))
    assert [cell.value for cell in workbook.active[2]][1:3] == [read.code, read.full_url]
    assert table[1][-1] == "نشانی نداشت"
    read.delete()
    assert admin_client.get(reasons).status_code == 200
    assert _cells(admin_client.get(f"{reasons}?export=csv"))[1][:3] == ["", "", ""]


def _staff(*codenames: str, of: Page | None = None) -> Client:
    """Somebody with these permissions, who may edit what lies below the page."""
    group = Group.objects.create(name="desk")
    if of is not None:
        change = Permission.objects.get(codename="change_page")
        GroupPagePermission.objects.create(group=group, page=of, permission=change)
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
    assert staff.get(REASONS).status_code == 302


def test_a_page_tells_how_often_it_was_read(admin_client: Client, read: NewsPage) -> None:
    shown = admin_client.get(f"/admin/pages/{read.pk}/edit/").content.decode()
    assert f"/admin/reports/readers/days/?item={read.translation_key}" in shown


def test_items_and_reasons_are_of_ones_own_pages(site: SmallSite, read: NewsPage) -> None:
    """Another unit's editor sees sums, and neither names nor what readers wrote."""
    english = live_news(site, english_of=live_news(site, title="گزارش برق"), title="Power")
    viewed(english, 5)
    cast_vote(known(english), is_useful=False, reason="Too short", by="three")
    staff = _staff("view_viewcount", "view_usefulnessvote", of=site.index_en)
    items = _cells(staff.get(f"{ITEMS}?export=csv"))
    assert [row[:2] for row in items[1:]] == [["گزارش برق", "5"]]
    reasons = _cells(staff.get(f"{REASONS}?export=csv"))
    assert [row[-1] for row in reasons[1:]] == ["Too short"]
    for address in (ITEMS, REASONS):
        assert "گزارش آب" not in staff.get(address).content.decode()
    sections = _cells(staff.get("/admin/reports/readers/sections/?export=csv"))
    assert sections[1][1] == "47"


def test_a_report_says_whose_numbers_it_adds_up(admin_client: Client, site: SmallSite) -> None:
    """Sums are everybody's; whoever works with a part of the site is told so."""
    staff = _staff("view_viewcount", of=site.index_en)
    with override("fa"):
        own, all_items = str(OWN), str(ALL_ITEMS)
    for grouping in ("sections", "agencies", "days"):
        assert all_items in staff.get(f"/admin/reports/readers/{grouping}/").content.decode()
    shown = staff.get(ITEMS).content.decode()
    assert own in shown
    assert all_items not in shown
    assert "prc-report__extent" not in admin_client.get(ITEMS).content.decode()
