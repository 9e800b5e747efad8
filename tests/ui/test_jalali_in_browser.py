"""The calendar of date fields in a browser: by keyboard alone, in Wagtail's admin and in public."""

import datetime as dt
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.urls import path
from ministry.urls import urlpatterns as site_urls
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from tests.making import SmallSite, small_site
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.dates import parse_datetime
from wagtail_prcouncil.persian.jalali import is_leap, to_gregorian, to_jalali
from wagtail_prcouncil.ui.jalali.form_fields import JalaliDateField, JalaliDateTimeField

pytestmark = pytest.mark.needs("browser")

POLICY = "default-src 'self'; img-src 'self' data:"
FORM = """<!doctype html><html lang="fa" dir="rtl"><title>x</title>
<link rel="icon" href="data:,">{{ form.media }}
<main><h1>x</h1><form method="get">{{ form.as_p }}<button>x</button></form></main>"""


class Leave(forms.Form):
    """A public form as a site would write one."""

    on = JalaliDateField(label="روز")
    at = JalaliDateTimeField(label="زمان", required=False)


def leave(request: HttpRequest) -> HttpResponse:
    form = Leave(request.GET or None)
    answer = str(form.cleaned_data["on"]) if form.is_valid() else ""
    html = engines["django"].from_string(FORM + f"<output>{answer}</output>").render({"form": form})
    return HttpResponse(html, headers={"Content-Security-Policy": POLICY})


urlpatterns = [path("leave/", leave), *site_urls]


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def public(live_server: LiveServer, site: SmallSite) -> Iterator[str]:
    with override_settings(ROOT_URLCONF=__name__):
        yield f"{live_server.url}/leave/"


@pytest.fixture
def admin(browser: Browser, live_server: LiveServer, site: SmallSite) -> Iterator[BrowserContext]:
    """A Persian editor with the rights of everything, logged in."""
    user = User.objects.create_superuser("chief", "chief@example.invalid", "x")
    UserProfile.objects.create(user=user, preferred_language="fa")
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    yield context
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on what the selector names."""
    for _ in range(150):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def spoken(page: Page) -> str | None:
    """What a screen reader says of the focused element."""
    return page.evaluate("document.activeElement.ariaLabel")


def write_headline(page: Page, site: SmallSite, headline: str) -> None:
    address = f"/admin/pages/add/prcouncil_news/newspage/{site.index.pk}/"
    page.goto(address, wait_until="networkidle")
    tab_to(page, "[name=title]")
    page.keyboard.type(headline)


def publish(page: Page) -> None:
    """By the menu beside the button that saves."""
    tab_to(page, "footer .w-dropdown__toggle")
    press(page, "Enter")
    tab_to(page, "[name=action-publish]")
    with page.expect_navigation(wait_until="networkidle"):
        press(page, "Enter")


# A form that saves itself while the key that publishes is on its way makes two pages of one.
@override_settings(WAGTAIL_AUTOSAVE_INTERVAL=0)
def test_a_news_page_is_scheduled_and_another_published_by_keyboard_alone(
    admin: BrowserContext, site: SmallSite
) -> None:
    page = admin.new_page()
    write_headline(page, site, "خبر فردا")
    tab_to(page, "[data-side-panel-toggle=status]")
    press(page, "Enter")
    tab_to(page, "[data-a11y-dialog-show=schedule-publishing-dialog]")
    press(page, "Enter")
    tab_to(page, "[name=go_live_at]")
    page.keyboard.type("1478-12-29 8:00")
    press(page, "Tab", "Enter")
    assert spoken(page) == "جمعه ۲۹ اسفند ۱۴۷۸"
    press(page, "ArrowLeft", "ArrowLeft")
    assert spoken(page) == "یکشنبه ۱ فروردین ۱۴۷۹"
    press(page, "Enter")
    assert spoken(page) == "ساعت، به وقت تهران"
    page.keyboard.type("26")
    press(page, "Enter")
    assert page.locator("dialog[open] [role=alert]").inner_text()
    press(page, "Control+a")
    page.keyboard.type("۱۰:۳۰")
    press(page, "Enter")
    assert page.input_value("[name=go_live_at]") == "۱۴۷۹/۰۱/۰۱ ۱۰:۳۰"
    assert spoken(page).startswith("انتخاب تاریخ")  # the focus is back at the field

    tab_to(page, "[name=expire_at] + button")
    press(page, "Enter", "Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("#schedule-publishing-dialog").is_visible()  # the dialog around stays
    tab_to(page, "#schedule-publishing-dialog [type=submit]")
    with page.expect_navigation(wait_until="networkidle"):
        press(page, "Enter")
    publish(page)
    scheduled = NewsPage.objects.get()
    moment = parse_datetime("1479/1/1 10:30")
    assert not scheduled.live
    assert scheduled.scheduled_revision.approved_go_live_at == moment

    write_headline(page, site, "خبر امروز")
    publish(page)
    assert NewsPage.objects.get(title="خبر امروز").live


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_calendar_is_accessible(
    browser: Browser, public: str, scheme: str, admin: BrowserContext, site: SmallSite
) -> None:
    page = admin.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/admin/pages/add/prcouncil_news/newspage/{site.index.pk}/")
    for address in (page.url, public):
        page.goto(address)
        if address != public:
            page.click("[data-side-panel-toggle=status]")
            page.click("[data-a11y-dialog-show=schedule-publishing-dialog]")
        around = page if address == public else page.locator("#schedule-publishing-dialog")
        around.locator("jalali-date > button:visible").first.click()
        assert page.locator("dialog[open] [tabindex='0']").is_visible()
        violations = Axe().run(page, context="dialog[open]").response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations] == [], address


def test_keys_in_a_public_form_under_a_strict_policy(browser: Browser, public: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(public)
    page.fill("[name=on]", "١٤٠١/٥/٢٣")
    page.focus("[name=on]")
    press(page, "Alt+ArrowDown")
    said = [spoken(page)]
    keys = "ArrowLeft ArrowDown PageDown Shift+PageDown Home End PageUp Shift+PageUp ArrowUp"
    for key in keys.split():
        press(page, key)
        said.append(spoken(page))
    assert said == [
        "یکشنبه ۲۳ مرداد ۱۴۰۱",
        "دوشنبه ۲۴ مرداد ۱۴۰۱",
        "دوشنبه ۳۱ مرداد ۱۴۰۱",
        "پنجشنبه ۳۱ شهریور ۱۴۰۱",
        "جمعه ۳۱ شهریور ۱۴۰۲",
        "شنبه ۲۵ شهریور ۱۴۰۲",
        "جمعه ۳۱ شهریور ۱۴۰۲",
        "سه‌شنبه ۳۱ مرداد ۱۴۰۲",
        "دوشنبه ۳۱ مرداد ۱۴۰۱",
        "دوشنبه ۲۴ مرداد ۱۴۰۱",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    press(page, "Enter")
    assert page.input_value("[name=on]") == "۱۴۰۱/۰۵/۲۴"
    with page.expect_navigation():
        press(page, "Enter")  # the focus is back in the field, where Enter sends the form
    assert page.inner_text("output") == "2022-08-15"
    # A field that a script adds later, as streams and inline panels do, gets its calendar too.
    page.evaluate("""document.querySelector("form").insertAdjacentHTML("beforeend",
        '<jalali-date id="late" required><input name="late"></jalali-date>')""")
    assert page.locator("#late > button").count() == 1
    assert page.locator("#late > input").get_attribute("required") is not None
    assert complaints == []
    page.close()


def test_without_scripts_the_server_reads_and_tells(browser: Browser, public: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(public)
    page.fill("[name=on]", "۱۴۰۴/۱۲/۳۰")
    page.click("form button")
    assert "۳۰ اسفند ۱۴۰۴" in page.inner_text(".errorlist")
    assert page.input_value("[name=on]") == "۱۴۰۴/۱۲/۳۰"
    page.fill("[name=on]", "۲۳ مرداد ۱۴۰۱")
    page.click("form button")
    assert page.inner_text("output") == "2022-08-14"
    context.close()


def test_two_centuries_as_on_the_server(browser: Browser, public: str) -> None:
    page = browser.new_page()
    page.goto(public)
    first, last = to_gregorian(1300, 1, 1), to_gregorian(1500, 12, 29)
    days, wrong, gaps = page.evaluate(
        """async ([first, last]) => {
            const { toJalali, fromJalali, read, write } =
                await import("/static/prcouncil_ui/jalali-date.js");
            const days = [], wrong = [], gaps = [];
            for (let day = first; day <= last; day += 864e5) {
                const date = toJalali(day);
                days.push(date.join("-"));
                if (fromJalali(...date) !== day || read(write(day)).day !== day) wrong.push(date);
            }
            for (let year = 1300; year <= 1500; year += 1)
                if (Number.isNaN(fromJalali(year, 12, 30))) gaps.push(year);
            return [days, wrong, gaps];
        }""",
        [milliseconds(first), milliseconds(last)],
    )
    assert wrong == []
    here = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    assert days == ["{}-{}-{}".format(*to_jalali(day)) for day in here]
    assert gaps == [year for year in range(1300, 1501) if not is_leap(year)]
    page.close()


def milliseconds(day: dt.date) -> int:
    return (day - dt.date(1970, 1, 1)).days * 86_400_000
