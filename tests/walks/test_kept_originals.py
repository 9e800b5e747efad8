"""Facts live on the original (rule A18): where readers may not see it, its translation is not
theirs either. No public surface opens or names it. One matrix for meetings and charters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from wagtail.models import Page

from tests.blocks import bodies
from tests.charters.making import adopted, charter
from tests.charters.making import in_english as charter_in_english
from tests.councils.making import election, seat
from tests.councils.making import in_english as council_in_english
from tests.kinds import expire, restrict
from tests.making import SmallSite, live_news, small_site
from tests.meetings.making import announced, fresh, held, in_english, published, staffed_council
from wagtail_prcouncil.charters.actions import unveiling
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.models import Meeting, RelatedPage
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.languages import page_language

WORD = "Nightjar"  # in titles and addresses of the translations that nobody may learn of
ASKED = "gathering"  # in their titles, too


@dataclass(frozen=True)
class World:
    """A council with a meeting that was held, one to come and a charter, whose translations are
    named wherever they can be: by others of the council, `beside` these, and by `news`."""

    council: CouncilPage
    past: Page
    coming: Page
    charter: Page
    beside: dict[str, Page]
    news: tuple[NewsPage, NewsPage]

    @property
    def translations(self) -> tuple[Page, ...]:
        return self.past, self.coming, self.charter

    @property
    def originals(self) -> list[Page]:
        """As the database has them."""
        keys = [page.translation_key for page in self.translations]
        pages = Page.objects.filter(translation_key__in=keys)
        return list(pages.exclude(locale=self.past.locale_id).specific())

    @property
    def lists(self) -> Page:
        """The English list of meetings."""
        return self.coming.get_parent()

    @property
    def english_council(self) -> CouncilPage:
        key = self.council.translation_key
        return CouncilPage.objects.get(translation_key=key, locale=self.past.locale_id)


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def world(site: SmallSite) -> World:
    council = staffed_council(site)
    council_in_english(council, site)
    before = held(council, days=-10, title="نشست پیشین")
    past = published(held(council, days=-5, title="نشست گذشته"))
    coming = announced(council, days=2, title="نشست آینده")
    after = announced(council, days=3, title="نشست پسین")
    covenant, other = charter(council, title="میثاق"), charter(council, title="آیین‌نامه")
    adopted(covenant)
    told = {
        "past": in_english(past, site, f"{WORD}, a {ASKED}"),
        "coming": in_english(coming, site, f"{WORD}, next {ASKED}"),
        "charter": charter_in_english(covenant, site, f"{WORD} of every {ASKED}"),
    }
    for name, page in told.items():
        page.slug, page.show_in_menus = f"{WORD.lower()}-{name}", True
        page.save()
    beside = {
        "before": in_english(before, site, "Before"),
        "after": in_english(after, site, "After"),
        "charter": charter_in_english(other, site, "Rules"),
    }
    Meeting.objects.filter(pk=before.pk).update(approved_in=past)
    assert past.day is not None
    version = adopted(other, days=-5, adopted_in=fresh(past).page)
    unveiling.unveil(version, on=past.day, occasion=fresh(past).page, version=None)
    election(seat(council), meeting=told["past"])
    CouncilPage.objects.filter(pk=council.pk).update(ethics_charter=fresh_page(covenant.page_id))
    for page in told.values():
        RelatedPage.objects.create(page=beside["after"], related=page)
    cards = [("link_card", bodies.card(page=page, title="")) for page in told.values()]
    persian = live_news(site, body=cards)
    news = persian, live_news(site, english_of=persian, title="News", body=cards)
    return World(council, **told, beside=beside, news=news)


def fresh_page(key: int) -> Page:
    return Page.objects.get(pk=key)


FEEDS = tuple(f"/en/feeds/news.{kind}" for kind in ("rss", "atom", "json"))


def own(world: World) -> Iterator[str]:
    """All addresses of the translations."""
    files = "meeting.json", "meeting.ics"
    yield from (f"{world.past.url}{part}" for part in ("", "minutes/", "print/minutes/", *files))
    yield from (f"{world.coming.url}{part}" for part in ("", *files))
    parts = "versions/1/ on/ signatures/ charter.json print/charter/"
    yield from (f"{world.charter.url}{part}" for part in ("", *parts.split()))


def telling(world: World) -> Iterator[str]:
    """Addresses at which a translation is named as long as it is public."""
    council, beside, lists = world.english_council, world.beside, world.lists
    yield from ("/sitemap.xml", f"/en/search/?{urlencode({'q': ASKED})}", *FEEDS)
    yield from (f"{council.url}{part}" for part in ("", "elections/"))
    yield from (f"{lists.url}{part}" for part in ("", "meetings.ics", *months(lists)))
    yield from (page.url for page in beside.values())
    yield beside["charter"].get_parent().url
    yield from (f"{beside['charter'].url}{part}" for part in ("versions/1/", "print/charter/"))
    yield world.news[1].url
    yield from (page.url for page in world.originals)


def silent(world: World) -> Iterator[str]:
    """Others, which may come to name one: each should be moved up then."""
    beside, lists = world.beside, world.lists
    yield from ("/news-sitemap.xml", "/en/", "/en/news/", "/en/councils/", world.news[0].url)
    yield f"{world.english_council.url}popolo.json"
    yield from (f"{lists.url}{part}" for part in ("resolutions/", "resolutions.csv"))
    for name in ("before", "after"):
        yield from (f"{beside[name].url}{part}" for part in ("meeting.json", "meeting.ics"))
    yield f"{beside['charter'].url}charter.json"


def months(lists: Page) -> list[str]:
    """Of the calendar, in which any of the meetings stands."""
    days = [one.day for one in Meeting.objects.all()]
    return sorted({path_of(day, page_language(lists)) for day in days if day})


def answer(url: str, client: Client | None = None) -> Any:
    """As if no other address had been asked for before."""
    cache.clear()
    return (client or Client()).get(url)


def named(url: str, client: Client | None = None) -> bool:
    """Whether a surface tells the title or the address of one of the translations."""
    response = answer(url, client)
    words = response.content.decode() + response.headers.get("Location", "")
    return WORD.lower() in words.lower()


def above(world: World) -> list[Page]:
    return [page.get_parent() for page in world.originals]


KEEPINGS: dict[str, Callable[[World], object]] = {
    "unpublished": lambda world: [page.unpublish() for page in world.originals],
    "expired": lambda world: [expire(page) for page in world.originals],
    "restricted": lambda world: [restrict(page) for page in world.originals],
    "below restricted lists": lambda world: [restrict(page) for page in {*above(world)}],
    "below a restricted council": lambda world: restrict(world.council),
}


def test_in_public_they_are_named(world: World) -> None:
    """Or the tests below could not fail."""
    assert [url for url in own(world) if answer(url).status_code != 200] == []
    assert [url for url in telling(world) if not named(url)] == []
    assert [url for url in silent(world) if named(url)] == []


@pytest.mark.parametrize("keeping", KEEPINGS)
def test_what_is_kept_is_kept_in_all_languages(world: World, keeping: str) -> None:
    KEEPINGS[keeping](world)
    assert [url for url in own(world) if answer(url).status_code != 404] == []
    assert [url for url in (*telling(world), *silent(world)) if named(url)] == []


def test_whoever_may_read_the_original_is_led_to_no_closed_door(world: World) -> None:
    """The language switch of a page that is open to staff alone leads to a home."""
    staff = Client()
    staff.force_login(get_user_model().objects.create_user("reader"))
    for page in world.originals:
        assert named(page.url, staff)
        restrict(page)
    for page in world.originals:
        assert answer(page.url, staff).status_code == 200
        assert not named(page.url, staff)


def test_what_comes_back_comes_back_in_all_languages(world: World) -> None:
    for page in world.originals:
        page.unpublish()
    for page in world.originals:
        page.save_revision().publish()
    assert [url for url in own(world) if answer(url).status_code != 200] == []
    assert [url for url in telling(world) if not named(url)] == []


def test_below_what_is_not_live_pages_stay_what_they_are(world: World) -> None:
    """As everywhere in Wagtail: the originals are still read at their addresses, and so are their
    translations."""
    for key in {page.pk for page in (*above(world), world.council)}:
        Page.objects.get(pk=key).specific.unpublish()
    public = (*world.originals, *world.translations)
    assert [page.url for page in public if answer(page.url).status_code != 200] == []


def test_one_in_whose_language_nobody_has_published_yet(world: World, site: SmallSite) -> None:
    """Facts stay with the page that readers have seen first: a draft beside it keeps nothing."""
    for kind, page in ((Meeting, world.past), (Charter, world.charter)):
        kind.objects.filter(key=page.translation_key).update(page=page)
    for page in world.originals:
        Page.objects.filter(pk=page.pk).update(live=False, first_published_at=None)
    assert [answer(page.url).status_code for page in (world.past, world.charter)] == [200, 200]
    assert {world.past.pk, world.charter.pk} <= {
        page.pk for page in ReadableQuerySet(Page).readable(site.en)
    }


def test_however_many_are_named_the_database_is_asked_as_often(world: World) -> None:
    """An address with one of the pages, and with all."""
    addresses = ("/sitemap.xml", f"/en/search/?{urlencode({'q': ASKED})}", world.news[1].url)
    asked = [queries(url) for url in addresses]
    for page in world.originals[1:]:
        page.unpublish()
    assert all(now <= before for now, before in zip(map(queries, addresses), asked, strict=True))


def queries(url: str) -> int:
    answer(url)
    with CaptureQueriesContext(connection) as found:
        assert Client().get(url).status_code == 200
    return len(found)
