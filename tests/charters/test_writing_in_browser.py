"""What an editor does with clauses: has them labelled, and cites one in a news item."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.rich_text import RichText
from wagtail.users.models import UserProfile

from tests.browsing import served
from tests.charters.making import adopted, charter, clause, fresh
from tests.councils.making import council
from tests.making import SmallSite, draft_news, small_site
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.news.models import NewsPage

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture
def editor(site: SmallSite, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """A Persian editor's page; scripts that fail fail the test."""
    user = User.objects.create_superuser("editor")
    UserProfile.objects.create(user=user, preferred_language="fa")
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url, locale="fa-IR")
    context.set_default_timeout(60_000)  # machines of CI are busy
    name = settings.SESSION_COOKIE_NAME
    cookie: Any = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    context.add_cookies([cookie])
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def edit(page: Page, key: int) -> None:
    page.goto(reverse("wagtailadmin_pages:edit", args=[key]), wait_until="networkidle")


def labels(page: Page) -> dict[str, str]:
    """What stands in the fields, by their names without what they share."""
    fields = page.locator("input[name^=clauses-][name$=-label]")
    found: dict[str, str] = fields.evaluate_all(
        "all => Object.fromEntries(all.map(one => [one.name.replace(/-value|-label|parts-/g, ''),"
        " one.value]))"
    )
    return {name.removeprefix("clauses-"): label for name, label in found.items()}


def violations(page: Page, within: str) -> list[str]:
    return [one["id"] for one in Axe().run(page, context=within).response["violations"]]


def unlabelled() -> Charter:
    clauses = [clause("", parts=[clause(""), clause("")]), clause("مادهٔ ۲"), clause("")]
    return charter(council(small_site()), clauses=clauses)


def test_labels_are_proposed_and_numbered_anew_in_the_order_that_was_dragged(
    site: SmallSite, editor: Page
) -> None:
    one = unlabelled()
    edit(editor, one.page_id)
    panel = editor.locator("[data-prc-labels]")
    said = panel.get_by_role("status")
    panel.locator("summary").focus()
    editor.keyboard.press("Enter")
    assert violations(editor, "[data-prc-labels]") == []
    panel.locator("[data-prc-labels-fill]").press("Enter")
    expect(said).to_contain_text("۴")
    assert labels(editor) == {"0": "مادهٔ ۱", "0-0": "الف", "0-1": "ب", "1": "مادهٔ ۲", "2": "مادهٔ ۳"}
    editor.fill("[name=clauses-2-value-label]", "مادهٔ آخر")
    first = editor.locator("[name=clauses-0-order]")
    editor.locator("[name=clauses-1-order]").locator("xpath=..").locator(
        "button:has(.icon-arrow-up)"
    ).first.click()
    expect(first).to_have_value("1")
    panel.locator("select").first.select_option("fa/اصل/ordinals")
    editor.once("dialog", lambda dialog: dialog.accept())
    panel.locator("[data-prc-labels-again]").click()
    expect(said).to_contain_text("۳")
    found = labels(editor)
    assert (found["1"], found["0"], found["2"]) == ("اصل نخست", "اصل دوم", "اصل سوم")
    with editor.expect_navigation():
        editor.locator("#page-edit-form footer .action-save").first.click()
    text = texts.words_of(fresh(one).page.get_latest_revision_as_object())
    assert [row.label for row in texts.clauses_of(text)] == ["اصل نخست", "اصل دوم", "اصل سوم"]


def fits_a_telephone(page: Page, selector: str) -> bool:
    """Whether nothing sticks out of it where the screen is narrow."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 800})
    wide = page.locator(selector).evaluate("one => one.scrollWidth - one.clientWidth")
    if usual is not None:
        page.set_viewport_size(usual)
    return int(wide) <= 0


def cited_by_keyboard(page: Page, paragraph: Locator) -> None:
    """The words of a paragraph become a link to the one clause that was found."""
    paragraph.click()
    page.keyboard.press("Control+A")
    page.locator("button[name=CHARTER_CLAUSE]").first.click()
    asked = page.locator(".modal input[type=search]")
    expect(asked).to_be_focused()
    assert violations(page, ".modal") == []
    assert fits_a_telephone(page, ".prc-cite__ask")
    asked.fill("روشني")
    asked.press("Enter")
    found = page.locator(".modal [data-prc-clause]")
    expect(found).to_have_count(1)
    found.press("Enter")
    expect(page.locator(".modal")).to_have_count(0)
    # The editor writes what it holds into the form a moment later.
    page.wait_for_function(
        "[...document.querySelectorAll('[name^=body-]')]"
        ".some(one => one.value.includes('CHARTER_CLAUSE'))"
    )


def test_a_clause_is_cited_in_a_news_item_and_readers_follow(site: SmallSite, editor: Page) -> None:
    one = charter(council(site))
    adopted(one)
    news = draft_news(site, body=[("paragraph", RichText("<p>بنا بر میثاق</p>"))])
    edit(editor, news.pk)
    cited_by_keyboard(editor, editor.locator("[data-contentpath=body] .public-DraftEditor-content"))
    expect(editor.locator("[data-contentpath=body] .TooltipEntity")).to_have_text("بنا بر میثاق")
    editor.locator(
        "footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle"
    ).first.click()
    with editor.expect_navigation():
        editor.locator("[name=action-publish]").click()
    assert f'charter="{one.key}"' in fresh_body(news.pk)
    editor.goto(str(NewsPage.objects.get(pk=news.pk).get_url()))
    with editor.expect_navigation():
        editor.get_by_role("link", name="بنا بر میثاق").click()
    expect(editor.locator(":target")).to_contain_text("روشنی")
    expect(editor.locator(":target")).to_be_in_viewport()


def fresh_body(key: int) -> str:
    return str(NewsPage.objects.get(pk=key).body[0].value.source)
