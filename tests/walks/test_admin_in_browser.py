"""All screens of ours in Wagtail's admin, as axe, a small window and a dark one see them."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from tests.axe import violations
from tests.blocks import bodies
from tests.comments.making import open_page, posted, published
from tests.directory.importing.making import checked, imported, unit
from tests.directory.making import agency
from tests.directory.staff import address
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.comments.models import Ban, CannedReply, CommentPolicy, RuleHit, WordRule
from wagtail_prcouncil.comments.states import Hold, Mode, ReportReason
from wagtail_prcouncil.directory.models import Person, Province
from wagtail_prcouncil.news.models import NewsPage, Placement, SectionDesk

pytestmark = pytest.mark.needs("browser")

# Widths, and the scheme in which each is looked at.
SEEN: dict[int, Literal["light", "dark"]] = {1280: "light", 320: "dark"}


def queue(site: SmallSite) -> dict[str, str]:
    """Screens of moderators."""
    commented = open_page(site)
    waiting = posted(commented, "آب روستا", email="a@example.org")
    RuleHit.objects.create(comment=waiting, code=Hold.WORD, start=0, end=2)
    read = published(commented, "آب روستا")
    read.reader_reports.create(reporter="x", reason=ReportReason.INSULT, words="توهین است")
    return {
        "comment queue": "/admin/comments/",
        "comment queue, narrowed": "/admin/comments/?status=all&q=آب&older=x",
        "comment": f"/admin/comments/{waiting.pk}/",
        "published comment": f"/admin/comments/{read.pk}/",
    }


def office(news: NewsPage) -> dict[str, str]:
    """Screens of the comment office."""
    WordRule.objects.create(words="رشوه")
    CannedReply.objects.create(title="سپاس", text="سپاس از پیام شما")
    until = timezone.now() + dt.timedelta(days=3)
    ban = Ban.objects.create(kind=Ban.Kind.ADDRESS, value="a" * 64, until=until, why="هرزنامه")
    policy = {"mode": Mode.OPEN, "closes_at": until}
    CommentPolicy.objects.update_or_create(page=news.get_parent(), defaults=policy)
    published(news)
    return {
        "word rule list": "/admin/prcouncil_word_rules/",
        "word rule add": "/admin/prcouncil_word_rules/new/",
        "word rules add": "/admin/prcouncil_word_rules/many/",
        "canned reply list": "/admin/prcouncil_canned_replies/",
        "ban list": "/admin/prcouncil_bans/",
        "ban end": reverse("prcouncil_bans:end", args=[ban.pk]),
        "comment policies": "/admin/prcouncil_comment_policies/",
        "comment policy": reverse("prcouncil_comment_policy", args=[news.pk]),
        "moderation report": "/admin/reports/comments/moderators/",
    }


@pytest.fixture
def screens(transactional_db: None) -> dict[str, str]:
    """name: address of each screen, with something on it."""
    site = small_site()
    qazvin = Province.objects.get(code="IR-26")
    roads = agency("ادارهٔ کل راه‌داری قزوین", province=qazvin)
    roads.other_names.create(name="راه‌داری قزوین")
    agency("راه‌داری تاکستان", parent=roads)
    gone = agency("راه", closed_on=dt.date(2024, 3, 20), closing_reason="abolished")
    person = Person.objects.create(name="نمونه")
    body = bodies.full_body(bodies.picture(), pictures=2)
    news = live_news(site, title="راه‌ها باز شد", agency=roads, body=body)
    Placement.objects.create(news=news, shown_on_id=site.index.pk)
    SectionDesk.objects.create(section=site.section, group=Group.objects.create(name="میز استان‌ها"))
    refused = checked(unit("a", "الف", parent="nowhere"), unit("b", "ب"))
    done = imported(unit("c", "پ"))
    page = "wagtailadmin_pages"
    add = reverse(f"{page}:add", args=["prcouncil_news", "newspage", site.index.pk])
    imports = "/admin/prcouncil_agency_import/"
    return {
        "brand": f"/admin/settings/prcouncil_ui/brandsettings/{site.site.pk}/",
        "news list": "/admin/prcouncil_news_listing/",
        "dashboard": "/admin/",
        "placement list": "/admin/prcouncil_placements/",
        "placement add": "/admin/prcouncil_placements/new/",
        "section desk list": "/admin/prcouncil_section_desks/",
        "section desk add": "/admin/prcouncil_section_desks/new/",
        "refile news": f"/admin/bulk/prcouncil_news/newspage/refile/?id={news.pk}",
        "news add": add,
        "news edit": reverse(f"{page}:edit", args=[news.pk]),
        "section edit": reverse(f"{page}:edit", args=[site.section.pk]),
        "held": reverse(f"{page}:delete", args=[site.section.pk]),
        **queue(site),
        "agency list": address("list"),
        "agency add": address("add"),
        "agency edit": address("edit", roads),
        "closed agency edit": address("edit", gone),
        "agency inspect": address("inspect", roads),
        "agency close": address("close", roads),
        "agency reopen": address("reopen", gone),
        "person list": address("list", model="person"),
        "person edit": address("edit", person, "person"),
        "province list": "/admin/province/",
        "province edit": f"/admin/province/edit/{qazvin.pk}/",
        "imports": imports,
        "refused import": f"{imports}{refused.pk}/",
        "done import": f"{imports}{done.pk}/",
        **office(news),
    }


@pytest.fixture
def page(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """Of somebody who may do everything and reads Persian."""
    user = User.objects.create_superuser("chief", "chief@example.invalid", "x")
    UserProfile.objects.create(user=user, preferred_language="fa")
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_our_screens_are_accessible(page: Page, screens: dict[str, str]) -> None:
    found = []
    for name, url in screens.items():
        page.goto(url)
        for width, scheme in SEEN.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [(name, width, *wrong) for wrong in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((name, width, "scrolls sideways"))
    assert found == []


def test_so_are_refused_forms(page: Page, screens: dict[str, str]) -> None:
    """What was left empty is complained of beside each field."""
    for name in ("brand", "news add", "agency add", "agency close", "imports"):
        page.goto(screens[name])
        if name == "brand":
            page.fill("[name=brand]", "#ffcc00")
        with page.expect_navigation():
            page.locator("form[method=post i][novalidate]").evaluate("form => form.submit()")
        assert page.locator(".error-message, .w-field__errors .w-field__error").count(), name
        assert violations(page) == [], name
