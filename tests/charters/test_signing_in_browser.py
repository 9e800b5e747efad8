"""From an invitation to a signature and its end, as a browser meets it, in Persian."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site
from wagtail.users.models import UserProfile

from tests.axe import looks, violations
from tests.charters.admin.desk import place
from tests.charters.making import adopted, charter, in_english, signatory
from tests.councils.making import council
from tests.making import SmallSite, small_site
from wagtail_prcouncil.charters.models import CharterVersion, Invitation, Signature
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.outbox.actions import send_waiting

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    cache.clear()
    made = small_site()
    host, port = live_server.url.removeprefix("http://").split(":")
    Site.objects.update(hostname=host, port=int(port))
    return made


@pytest.fixture(params=["fa", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Of the secretary's screens, and of the mail."""
    return str(request.param)


@pytest.fixture
def version(site: SmallSite) -> CharterVersion:
    made = charter(council(site), title="میثاق راستی")
    in_english(made, site, title="Covenant of honesty")
    found = adopted(made)
    seat, _who = signatory(found.charter)
    Agency.objects.filter(pk=seat.agency_id).update(email="a@example.org")
    return found


@pytest.fixture
def desk(
    site: SmallSite, live_server: LiveServer, browser: Browser, language: str
) -> Iterator[Page]:
    """A secretary who reads that language."""
    user = User.objects.create_superuser("dabir")
    UserProfile.objects.create(user=user, preferred_language=language)
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url)
    context.set_default_timeout(60_000)  # machines of CI are busy
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    context.add_cookies([cookie])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Somebody without a login, on a phone."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


SAID = {"fa": ("rtl", "میثاق راستی"), "en": ("ltr", "Covenant of honesty")}
"""The direction of the page to sign, and what is signed."""


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#w-editor-form footer button[type=submit], form footer button").first.click()


def link_in_mail() -> str:
    send_waiting()
    (letter,) = mail.outbox
    found = re.search(r"http\S+/charters/sign/\S+/", str(letter.body))
    assert found
    return found[0]


def test_invite_sign_certificate_withdraw(
    version: CharterVersion, desk: Page, reader: Page, language: str
) -> None:
    desk.goto(place("invitations", version.charter))
    with desk.expect_navigation():
        desk.locator(f"a[href='{place('invite_all', version)}']").click()
    expect(desk.locator("html")).to_have_attribute("lang", language)
    desk.locator("[name=language]").select_option(language)
    send(desk)
    made = Invitation.objects.get()
    expect(desk.locator("table.listing")).to_contain_text("a@example.org")

    reader.goto(link_in_mail())
    direction, title = SAID[language]
    expect(reader.locator("html")).to_have_attribute("dir", direction)
    expect(reader.locator("main")).to_contain_text(title)
    for width in looks(reader):
        assert violations(reader) == []
        assert reader.evaluate("document.documentElement.scrollWidth") <= width
    with reader.expect_navigation():
        reader.locator("main form button").click()
    assert reader.url.endswith("/thanks/")
    assert reader.context.cookies() == []
    signature = Signature.objects.get()
    assert signature.person == made.person
    with reader.expect_navigation():
        reader.locator(f"main a[href$='/signatures/{signature.number}/']").click()
    expect(reader.locator(".prc-certificate")).to_contain_text(
        made.person.name_en or made.person.name if language == "en" else made.person.name
    )
    certificate = reader.url

    desk.goto(f"{place('signatures', version.charter)}")
    with desk.expect_navigation():
        desk.locator("main .prc-written a").first.click()
    with desk.expect_navigation():
        desk.locator("main a.serious").click()
    desk.locator("[name=reason]").fill("به درخواست خود او")
    send(desk)
    expect(desk.locator("main")).to_contain_text("به درخواست خود او")
    signature.refresh_from_db()
    assert signature.is_withdrawn
    reader.goto(certificate)
    reader.reload()  # a browser keeps public pages for some minutes
    expect(reader.locator(".prc-notice--bad")).to_be_visible()
