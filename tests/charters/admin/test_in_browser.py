"""The secretary's path as a browser, a keyboard and a phone meet it."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from tests.axe import looks, violations
from tests.charters.admin.desk import place
from tests.charters.making import adopted, charter, draft, in_english, rewritten
from tests.councils.making import council
from tests.making import SmallSite, small_site
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

Desk = Callable[[str], Page]


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def desk(site: SmallSite, live_server: LiveServer, browser: Browser) -> Iterator[Desk]:
    """A screen of somebody who may do everything, in his language; scripts that fail fail the
    test."""
    contexts, errors = [], []

    def opened(language: str) -> Page:
        user = User.objects.create_superuser(language)
        UserProfile.objects.create(user=user, preferred_language=language)
        client = Client()
        client.force_login(user)
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        context.set_default_timeout(60_000)  # machines of CI are busy
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#w-editor-form footer button[type=submit]").click()


def follow(page: Page, url: str) -> None:
    """By the link or button that leads there."""
    with page.expect_navigation():
        page.locator(f"main a[href^='{url}']").first.click()


def typed(day: dt.date, language: str) -> str:
    if language == "en":
        return day.isoformat()
    return "{}/{:02d}/{:02d}".format(*to_jalali(day))


def save_page(page: Page) -> None:
    """The draft of the text."""
    with page.expect_navigation():
        page.locator("#page-edit-form footer .action-save").first.click()


def write(page: Page, heading: str) -> None:
    """Into the first clause, which is put in where there is none."""
    if not page.locator("[name=clauses-0-value-label]").count():
        page.locator("section:has(> * [name=clauses-count]) .c-sf-add-button").first.click()
        page.fill("[name=clauses-0-value-label]", "مادهٔ ۱")
    page.fill("[name=clauses-0-value-heading]", heading)
    save_page(page)


def adopt_on(page: Page, day: dt.date, language: str) -> None:
    page.fill("[name=adopted_on]", typed(day, language))
    page.keyboard.press("Escape")
    send(page)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_written_adopted_amended_compared_and_adopted_again(
    site: SmallSite, desk: Desk, language: str
) -> None:
    home, page = council(site), desk(language)
    page.goto(f"{place('add')}?council={home.pk}")
    page.fill("[name=title]", "میثاق پاسخ‌گویی")
    send(page)
    one = Charter.objects.get()
    write(page, "پاسخ در سه روز")
    page.goto(place("text", one))
    follow(page, place("adopt", one))
    adopt_on(page, today() - dt.timedelta(days=9), language)
    expect(page.locator(".prc-version--done")).to_have_count(1)
    follow(page, place("begin", one))
    send(page)
    follow(page, f"/admin/pages/{one.page_id}/edit/")
    write(page, "پاسخ در دو روز")
    page.goto(place("text", one))
    follow(page, place("compare", one))
    expect(page.locator(".prc-diff ins")).to_contain_text("دو")
    expect(page.locator(".prc-diff del")).to_contain_text("سه")
    page.goto(place("adopt", one))
    expect(page.locator(".prc-compared ins")).to_contain_text("دو")
    adopt_on(page, today(), language)
    first, second = one.versions.order_by("number")
    assert (first.standing, second.standing) == (Standing.SUPERSEDED, Standing.IN_FORCE)
    assert second.texts["fa"]["clauses"][0]["heading"] == "پاسخ در دو روز"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_screens_are_accessible_on_desk_and_phone(
    site: SmallSite, desk: Desk, language: str
) -> None:
    one = charter(council(site))
    in_english(one, site)
    version = adopted(one)
    draft(one)
    rewritten(one, "راستی و درستی")
    page = desk(language)
    for url in (
        *(place(name, one) for name in ("text", "particulars", "unveiling", "adopt", "compare")),
        *(place("unveil", version), place("index"), place("add"), place("repeal", one)),
    ):
        page.goto(url)
        for width in looks(page):
            assert violations(page) == [], (url, width)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (url, width)
