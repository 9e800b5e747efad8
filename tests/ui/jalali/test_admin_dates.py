"""Dates that the admin prints: in lists, logs and the status of a page."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client, override_settings
from django.utils import translation
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Site
from wagtail.users.models import UserProfile

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.models import WorkGroup
from wagtail_prcouncil.ui.jalali.admin_dates import in_full, in_short, is_ours, speaks_jalali

MOMENT = dt.datetime(2026, 11, 22, 7, 0, tzinfo=dt.UTC)
JALALI = "۱ آذر ۱۴۰۵، ۱۰:۳۰"
GO_LIVE = dt.datetime(2100, 3, 21, 7, 0, tzinfo=dt.UTC)

pytestmark = pytest.mark.short


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    """Published at one known moment, as its list and its log tell."""
    page = live_news(site)
    Page.objects.update(latest_revision_created_at=MOMENT)
    NewsPage.objects.update(published_at=MOMENT)
    PageLogEntry.objects.update(timestamp=MOMENT)
    return page


def seen(path: str, language: str, *, everywhere: bool) -> str:
    user, _ = User.objects.get_or_create(username=language, is_superuser=True)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)
    with override_settings(WAGTAIL_PRCOUNCIL={"JALALI_EVERYWHERE": everywhere}):
        return client.get(path).content.decode()


def addresses(page: NewsPage) -> dict[str, str]:
    return {
        "news desk": "/admin/prcouncil_news_listing/",
        "explorer": f"/admin/pages/{page.get_parent().pk}/",
        "history": f"/admin/pages/{page.pk}/history/",
    }


@pytest.mark.parametrize("place", ["news desk", "explorer", "history"])
def test_lists_and_logs_of_ours(page: NewsPage, place: str) -> None:
    address = addresses(page)[place]
    assert JALALI in seen(address, "fa", everywhere=False)
    english = seen(address, "en", everywhere=True)
    assert JALALI not in english
    assert "w-human-readable-date" in english


def test_lists_of_others_follow_the_setting(page: NewsPage) -> None:
    address = f"/admin/pages/{Page.objects.get(depth=1).pk}/"
    other = Page(title="x", slug="x", locale=page.locale, latest_revision_created_at=MOMENT)
    Page.objects.get(depth=1).add_child(instance=other)
    Page.objects.exclude(pk=other.pk).update(latest_revision_created_at=None)
    assert JALALI not in seen(address, "fa", everywhere=False)
    assert JALALI in seen(address, "fa", everywhere=True)


def test_the_report_on_the_whole_site_follows_the_setting(page: NewsPage) -> None:
    assert "۱ آذر ۱۴۰۵" not in seen("/admin/reports/site-history/", "fa", everywhere=False)
    assert "۱ آذر ۱۴۰۵" in seen("/admin/reports/site-history/", "fa", everywhere=True)


def test_the_status_of_a_scheduled_page(page: NewsPage) -> None:
    page.go_live_at = GO_LIVE
    page.save_revision()
    address = f"/admin/pages/{page.pk}/edit/"
    assert "۱ فروردین ۱۴۷۹، ۱۰:۳۰" in seen(address, "fa", everywhere=False)
    english = seen(address, "en", everywhere=False)
    assert "March 21, 2100" in english
    assert "۱۴۷۹" not in english


def test_whose_dates(page: NewsPage) -> None:
    root = Page.objects.get(depth=1)
    assert is_ours(page)
    assert is_ours(Page.objects.get(pk=page.pk))  # not yet told of what kind it is
    assert is_ours(log(instance=page, action="wagtail.edit"))
    assert is_ours(log(instance=WorkGroup.objects.first(), action="wagtail.edit"))
    assert not any(
        is_ours(row) for row in (root, None, Site(), log(instance=root, action="wagtail.edit"))
    )


@pytest.mark.parametrize(
    ("language", "everywhere", "kind", "expected"),
    [
        ("fa", True, Site, True),
        ("fa", False, Site, False),
        ("fa", False, NewsPage, True),
        ("en", True, NewsPage, False),
    ],
)
def test_who_gets_jalali(
    language: str, everywhere: bool, kind: type[Model], expected: bool, db: None
) -> None:
    row, chosen = kind(), {"JALALI_EVERYWHERE": everywhere}
    with translation.override(language), override_settings(WAGTAIL_PRCOUNCIL=chosen):
        assert speaks_jalali(row) is expected


def test_words() -> None:
    assert in_short(MOMENT) == JALALI
    assert in_short(MOMENT.date()) == "۱ آذر ۱۴۰۵"
    assert in_full(MOMENT) == "یکشنبه ۱ آذر ۱۴۰۵ - ۱۰:۳۰"
    assert in_full(MOMENT.date()) == "یکشنبه ۱ آذر ۱۴۰۵"


def test_a_date_before_the_calendar_is_printed_as_it_is() -> None:
    early = dt.date(500, 1, 1)
    assert in_short(early) == in_full(early) == "0500-01-01"
