"""Moderators at work: by keyboard alone, with many at once, two at the same comment."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from tests.axe import violations
from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite, small_site
from wagtail_prcouncil.comments.models import OfficialReply, ReaderComment
from wagtail_prcouncil.comments.states import OF_MODERATORS, Status

pytestmark = pytest.mark.needs("browser")

QUEUE = "/admin/comments/"
WAIT = "[data-prc-comment]:not(.prc-comment--done)"


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


class Desk:
    """A moderator before his browser."""

    def __init__(self, browser: Browser, server: LiveServer, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        self.context: BrowserContext = browser.new_context(base_url=server.url)
        self.context.add_cookies([{"name": name, "value": value, "url": server.url}])
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def queue(self) -> Page:
        self.page.goto(QUEUE, wait_until="networkidle")
        return self.page


@pytest.fixture
def desks(site: SmallSite, browser: Browser, live_server: LiveServer) -> Iterator[list[Desk]]:
    found = []
    for language in ("fa", "en"):
        user = moderator(site.index)
        UserProfile.objects.create(user=user, preferred_language=language)
        found.append(Desk(browser, live_server, user))
    yield found
    for desk in found:
        assert desk.complaints == []
        desk.context.close()


def statuses() -> list[str]:
    return list(ReaderComment.objects.order_by("pk").values_list("status", flat=True))


def press_persian(page: Page, key: str, code: str) -> None:
    """With a Persian layout the same key types another sign; Chromium's driver knows none."""
    typed = {"key": key, "code": code, "bubbles": True, "cancelable": True}
    script = "typed => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', typed))"
    page.evaluate(script, typed)


def test_by_keyboard_alone(site: SmallSite, desks: list[Desk]) -> None:
    target = open_page(site)
    for _ in range(4):
        posted(target)
    page = desks[0].queue()
    press = page.keyboard.press
    press("?")
    expect(page.locator("#prc-keys")).to_be_visible()
    assert violations(page, "#prc-keys") == []
    press("Escape")
    press("j")
    press("a")
    expect(page.locator(WAIT)).to_have_count(3)
    press_persian(page, "س", "KeyS")
    expect(page.locator(WAIT)).to_have_count(2)
    press("r")
    expect(page.locator("#prc-reject")).to_be_visible()
    assert violations(page, "#prc-reject") == []
    keys = page.locator("#prc-reject kbd").all_inner_texts()
    assert "".join(keys) == "1234567890-="[: len(OF_MODERATORS)], "one for each reason"
    press_persian(page, "ArrowDown", "Numpad3")  # without Num Lock
    press_persian(page, "۲", "Digit2")
    expect(page.locator(WAIT)).to_have_count(1)
    assert statuses() == [Status.APPROVED, Status.SPAM, Status.REJECTED, Status.PENDING]
    assert ReaderComment.objects.get(status=Status.REJECTED).reason == OF_MODERATORS[1]
    press("u")
    expect(page.locator(WAIT)).to_have_count(2)
    assert statuses()[2] == Status.PENDING
    press("a")
    expect(page.locator(WAIT)).to_have_count(1)
    assert statuses()[2] == Status.APPROVED
    press("Control+a")
    page.focus("[type=search]")
    press("s")
    assert page.input_value("[type=search]") == "s"
    assert statuses()[3] == Status.PENDING


def test_many_at_once_and_a_colleague_who_was_first(site: SmallSite, desks: list[Desk]) -> None:
    target = open_page(site)
    for _ in range(3):
        posted(target)
    mine, theirs = desks[0].queue(), desks[1].queue()
    mine.locator(WAIT).first.locator("[data-prc-verb=a]").click()
    expect(mine.locator(WAIT)).to_have_count(2)
    theirs.locator("[data-prc-tick-all]").check()
    theirs.locator("[name=verb][value=spam]").click()
    expect(theirs.locator(".messages")).to_contain_text("2 comments were decided")
    expect(theirs.locator(".messages")).to_contain_text("بازبین")
    mine.locator(WAIT).first.locator("[data-prc-verb=a]").click()
    expect(mine.locator("#prc-toast")).to_contain_text("بازبین")
    assert statuses() == [Status.APPROVED, Status.SPAM, Status.SPAM]


def test_enter_decides_nothing(site: SmallSite, desks: list[Desk]) -> None:
    """It presses a form's first button, wherever the focus is."""
    target = open_page(site)
    for _ in range(2):
        posted(target)
    page = desks[0].queue()
    page.locator("input[name=id]").last.check()
    for field in ("input[name=id] >> nth=1", "input[name=note]"):
        page.locator(field).press("Enter")
        page.wait_for_timeout(300)
        assert set(statuses()) == {Status.PENDING}
    expect(page.locator(WAIT)).to_have_count(2)


def test_redacted_and_answered(site: SmallSite, desks: list[Desk]) -> None:
    comment = published(open_page(site), "شمارهٔ من ۰۹۱۲")
    page = desks[1].page
    page.goto(f"{QUEUE}{comment.pk}/")
    page.fill("[name=public_text]", "شمارهٔ من [حذف شده]")
    page.locator("#redact button").click()
    expect(page.locator(".messages")).to_contain_text("redacted")
    page.goto(f"{QUEUE}{comment.pk}/")
    expect(page.locator(".prc-comment__text").first).to_contain_text("[حذف شده]")
    page.fill("#answer [name=agency_name]", "روابط عمومی نمونه")
    page.fill("#answer [name=text]", "سپاس از شما")
    page.locator("#answer [name=publish]").click()
    expect(page.locator(".messages")).to_contain_text("published")
    assert OfficialReply.objects.get().text == "سپاس از شما"


def test_without_a_script(site: SmallSite, browser: Browser, live_server: LiveServer) -> None:
    posted(open_page(site))
    user = moderator(site.index)
    desk = Desk(browser, live_server, user)
    cookies = desk.context.cookies()
    plain = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto(QUEUE)
    page.locator("[data-prc-verb=a]").click()
    assert statuses() == [Status.APPROVED]
    page.locator("[data-prc-undo] button").press("Enter")  # Wagtail lays a warning over it
    assert statuses() == [Status.PENDING]
    plain.close()
    desk.context.close()
