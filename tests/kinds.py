"""The page types under the rules that hold for all of them. A new type joins with one line.

- A17: what an action wrote survives an editor's open draft (`tests/pages/test_live_fields.py`);
- A19: an anonymous GET sets no cookie and varies by none (`tests/pages/test_anonymous.py`);
- a page that is kept from readers, in whichever way, shows on no public surface
  (`tests/pages/test_private_pages.py`).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.utils import timezone
from home.models import HomePage
from wagtail.models import Page, PageViewRestriction

from tests.directory.making import agency, register
from tests.making import SmallSite, below, draft_news, live_news
from wagtail_prcouncil.directory.models import AgencyIndexPage
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.news.states import UpdateKind


@dataclass(frozen=True)
class Kind:
    """One page type: how a test gets an unpublished page of it, and the action that writes state.

    `act` is None for a type whose row no action writes.
    """

    name: str
    draft: Callable[[SmallSite], Page]
    act: Callable[[Page], object] | None = None

    def live(self, site: SmallSite) -> Page:
        """The same, published, as the database has it."""
        page = self.draft(site)
        page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Keeping:
    """A way in which a live page is kept from readers. An embargo is for news."""

    name: str
    keep: Callable[[Page], object]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Surface:
    """A public address on which a page may show without being asked for itself."""

    name: str
    address: Callable[[SmallSite, Page], str]

    def __str__(self) -> str:
        return self.name


def item_beside(site: SmallSite, page: Page) -> Page:
    """A public news item, filed under `page` where it is a section."""
    return live_news(site, section=page if isinstance(page, SectionPage) else site.section)


def profile_beside(site: SmallSite, page: Page) -> str:
    """The profile of an agency; `page` is news of that agency where it can be."""
    reporting = agency()
    NewsPage.objects.filter(pk=page.pk).update(agency=reporting)
    return f"{register(site).url}{reporting.code}/"


def publish_and_retract(page: Page) -> None:
    """The actions behind `code` and the three times of an item."""
    page.save_revision().publish()
    words = {"update_kind": UpdateKind.RETRACTION, "update_note": "نادرست بود."}
    retracted = NewsPage.objects.get(pk=page.pk)
    for name, value in words.items():
        setattr(retracted, name, value)
    retracted.save_revision().publish()


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def expire(page: Page) -> None:
    page.expire_at = timezone.now() - dt.timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")


def embargo(page: Page) -> None:
    """With the times of one that is out: no list may trust in these alone."""
    end = timezone.now() + dt.timedelta(hours=1)
    NewsPage.objects.filter(pk=page.pk).update(embargoed_until=end)


KINDS = [
    Kind("home", lambda site: below(site.home, HomePage, title="خانهٔ شباهنگ")),
    Kind("news index", lambda site: below(site.home, NewsIndexPage, title="خبرهای شباهنگ")),
    Kind("section", lambda site: below(site.index, SectionPage, title="سرویس شباهنگ")),
    Kind("register", lambda site: below(site.home, AgencyIndexPage, title="دستگاه‌های شباهنگ")),
    Kind("news", lambda site: draft_news(site, title="خبر شباهنگ"), publish_and_retract),
]

KEEPINGS = [
    Keeping("restricted", restrict),
    Keeping("unpublished", lambda page: page.unpublish()),
    Keeping("expired", expire),
    Keeping("embargoed", embargo),
]

SURFACES = [
    Surface("home", lambda site, page: site.home.url),
    Surface("listing", lambda site, page: site.index.url),
    Surface("section", lambda site, page: site.section.url),
    Surface("search", lambda site, page: "/search/?q=شباهنگ"),
    Surface("sitemap", lambda site, page: "/sitemap.xml"),
    Surface("translation", lambda site, page: site.home_en.url),
    Surface("an item filed under it", lambda site, page: item_beside(site, page).url),
    Surface("a printed item", lambda site, page: f"{item_beside(site, page).url}print/"),
    Surface("its short link", lambda site, page: f"/n/{getattr(page, 'code', 0)}/"),
    Surface("a register", lambda site, page: register(site).url),
    Surface("a narrowed register", lambda site, page: f"{register(site).url}?q=شباهنگ"),
    Surface("a register as a table", lambda site, page: f"{register(site).url}export.csv"),
    Surface("a register as Popolo", lambda site, page: f"{register(site).url}popolo.json"),
    Surface("the profile of its agency", profile_beside),
    Surface("a feed", lambda site, page: "/feeds/news.rss"),
    Surface("a feed in Atom", lambda site, page: "/feeds/news.atom"),
    Surface("a feed in JSON", lambda site, page: "/feeds/news.json"),
    Surface(
        "the feed of a section", lambda site, page: f"/feeds/news.rss?section={site.section.pk}"
    ),
    Surface("the feed of a word", lambda site, page: "/feeds/news.json?q=شباهنگ"),
    Surface("the news sitemap", lambda site, page: "/news-sitemap.xml"),
    Surface("its own address", lambda site, page: page.url),
    Surface("its own print", lambda site, page: f"{page.url}print/"),
    Surface("its slug alone", lambda site, page: f"{page.get_parent().url}{page.slug}/"),
]
