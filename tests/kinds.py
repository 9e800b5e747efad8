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

from tests.charters.making import adopted, charter, charter_index, draft, rewritten, signed
from tests.councils.making import council, council_index
from tests.directory.making import agency, register
from tests.making import SmallSite, below, draft_news, live_news
from tests.meetings.making import (
    A_DAY,
    AN_HOUR,
    fresh,
    held,
    item,
    meeting_index,
    published,
    staffed_council,
)
from wagtail_prcouncil.charters.actions import reviewing
from wagtail_prcouncil.charters.models import CharterIndexPage, CharterPage
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import CouncilEnd
from wagtail_prcouncil.directory.models import AgencyIndexPage
from wagtail_prcouncil.meetings.actions.convening import Notice, announce, set_notice
from wagtail_prcouncil.meetings.actions.itemising import finalise
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.persian.jalali import in_tehran, to_jalali


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
    """A public address on which a page may show without being asked for itself; `of` names the kind
    of page that has it."""

    name: str
    address: Callable[[SmallSite, Page], str]
    of: str = "news"

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


def councils(site: SmallSite) -> CouncilIndexPage:
    return CouncilIndexPage.objects.filter(locale=site.fa).first() or council_index(site)


def draft_council(site: SmallSite) -> Page:
    return below(councils(site), CouncilPage, title="شورای شباهنگ", slug="شورای-شباهنگ")


def close(page: Page) -> None:
    """The action behind the end of a council."""
    close_council(page, on=today(), reason=CouncilEnd.MERGED, note="ادغام شد.", by=None)


def meetings(site: SmallSite) -> MeetingIndexPage:
    """The list of a council of its own, live; made when it is missing."""
    found = MeetingIndexPage.objects.filter(slug="meetings", locale=site.fa).first()
    return found or meeting_index(council(site))


def draft_meeting(site: SmallSite) -> Page:
    """A page that is not published, of a meeting that is announced for tomorrow, with an agenda."""
    words = {"title": "نشست شباهنگ", "slug": "نشست-شباهنگ"}
    page = below(meetings(site), MeetingPage, **words)
    row, start = Meeting.objects.get(page=page), timezone.now() + A_DAY
    times = Notice(starts_at=start, ends_at=start + AN_HOUR)
    row = set_notice(row, times, version=row.version)
    announce(row, version=row.version)
    item(row)
    finalise(fresh(row), version=fresh(row).version)
    return page


def draft_past_meeting(site: SmallSite) -> Page:
    """The same of a meeting that was held, whose minutes are published."""
    page = published(held(staffed_council(site), title="نشست گذشتهٔ شباهنگ")).page
    page.unpublish()
    return MeetingPage.objects.get(pk=page.pk)


def draft_list_of_meetings(site: SmallSite) -> Page:
    return below(council(site), MeetingIndexPage, title="نشست‌های شباهنگ")


def charters(site: SmallSite) -> CharterIndexPage:
    """The list of a council of its own, live; made when it is missing."""
    found = CharterIndexPage.objects.filter(slug="charters", locale=site.fa).first()
    return found or charter_index(council(site))


def draft_charter(site: SmallSite) -> Page:
    """A page that is not published, of a charter with two versions, of which somebody has signed
    the second; an agency was reviewed."""
    home = CouncilPage.objects.get(pk=charters(site).get_parent().pk)
    one = charter(home, title="میثاق شباهنگ", slug="میثاق-شباهنگ")
    adopted(one, days=-30)
    draft(one)
    rewritten(one, "سخنی تازه")
    signed(adopted(one, days=-3))
    year = to_jalali(today()).year
    reviewing.review(one, anchor="art_3", agency=agency(), year=year, verdict=Verdict.KEPT)
    page = CharterPage.objects.get(pk=one.page_id)
    page.get_latest_revision().publish()  # the page itself says what was adopted last
    CharterPage.objects.get(pk=page.pk).unpublish()
    return CharterPage.objects.get(pk=page.pk)


def draft_list_of_charters(site: SmallSite) -> Page:
    return below(council(site), CharterIndexPage, title="میثاق‌های شباهنگ")


def month(site: SmallSite, page: Page) -> str:
    """The calendar of the month in which the meeting of `draft_meeting` stands."""
    day = to_jalali(in_tehran(timezone.now() + A_DAY).date())
    return f"{meetings(site).url}calendar/{day.year}/{day.month}/"


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
    Kind(
        "list of councils", lambda site: below(site.home, CouncilIndexPage, title="شوراهای شباهنگ")
    ),
    Kind("council", draft_council, close),
    Kind("list of meetings", draft_list_of_meetings),
    Kind("meeting", draft_meeting),
    Kind("past meeting", draft_past_meeting),
    Kind("list of charters", draft_list_of_charters),
    Kind("charter", draft_charter),
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
    Surface("a list of councils", lambda site, page: councils(site).url),
    Surface("its seats", lambda site, page: f"{page.url}seats/", of="council"),
    Surface("its former members", lambda site, page: f"{page.url}members/", of="council"),
    Surface("its elections", lambda site, page: f"{page.url}elections/", of="council"),
    Surface("its members as a table", lambda site, page: f"{page.url}members.csv", of="council"),
    Surface("its members as Popolo", lambda site, page: f"{page.url}popolo.json", of="council"),
    Surface("a list of meetings", lambda site, page: meetings(site).url),
    Surface("their calendar", month),
    Surface("their resolutions", lambda site, page: f"{meetings(site).url}resolutions/"),
    Surface("they in iCalendar", lambda site, page: f"{meetings(site).url}meetings.ics"),
    Surface("resolutions as a table", lambda site, page: f"{meetings(site).url}resolutions.csv"),
    Surface("the council of meetings", lambda site, page: meetings(site).get_parent().url),
    Surface("its minutes", lambda site, page: f"{page.url}minutes/", of="past meeting"),
    Surface("its agenda", lambda site, page: f"{page.url}agenda/1/", of="meeting"),
    Surface("it in iCalendar", lambda site, page: f"{page.url}meeting.ics", of="meeting"),
    Surface("it in OParl", lambda site, page: f"{page.url}meeting.json", of="meeting"),
    Surface("its agenda in print", lambda site, page: f"{page.url}print/agenda/", of="meeting"),
    Surface("a list of charters", lambda site, page: charters(site).url),
    Surface("the council of charters", lambda site, page: charters(site).get_parent().url),
    *(
        Surface(name, lambda site, page, path=path: f"{page.url}{path}", of="charter")
        for name, path in {
            "its first version": "versions/1/",
            "its text of a day": f"on/{today().isoformat()}/",
            "its question for a day": "on/",
            "what has changed": "compare/1/2/",
            "its question for two versions": "compare/",
            "who has signed it": "signatures/",
            "who has signed the second": "versions/2/signatures/",
            "a certificate": "versions/2/signatures/1/",
            "its short address": "signatures/1/",
            "its reviews": "reviews/",
            "it as data": "charter.json",
            "it in print": "print/charter/",
            "its first version in print": "versions/1/print/",
            "a certificate in print": "versions/2/signatures/1/print/",
        }.items()
    ),
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
