"""An item on a page where it does not live: who may put it there, and what is written down."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news, translated
from tests.news.staff import EDITING, PUBLISHING, chief, group, member
from wagtail_prcouncil.directory.models import AgencyIndexPage
from wagtail_prcouncil.news.actions import (
    PlacementError,
    place,
    take_down,
    turn_over_placements,
)
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, Placement, SectionPage

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def unit(site: SmallSite) -> NewsIndexPage:
    """The index of a unit with editors of its own."""
    return below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")


def test_a_placement_hangs_on_originals_and_is_logged(site: SmallSite) -> None:
    page, user = live_news(site), chief()
    english = live_news(site, english_of=page, title="News")
    placement = place(Placement(news=english, shown_on=site.section_en), by=user)
    assert placement.news == page
    assert placement.shown_on_id == site.section.pk
    assert placement.by == user
    assert list(Placement.objects.on(site.section_en)) == [placement]
    entry = PageLogEntry.objects.get(page=page.pk, action="prcouncil_news.place")
    assert (entry.user, entry.data["page_id"]) == (user, site.section.pk)


def test_taking_down_is_logged_too(site: SmallSite) -> None:
    user = chief()
    placement = place(Placement(news=live_news(site), shown_on=site.section), by=user)
    take_down(placement, by=user)
    assert not Placement.objects.exists()
    assert PageLogEntry.objects.filter(action="prcouncil_news.take_down", user=user).exists()


def test_what_a_page_shows_is_for_those_who_publish_on_it(
    site: SmallSite, unit: NewsIndexPage
) -> None:
    page = live_news(site)
    reporter = member(group("reporters", *PUBLISHING, below=unit))
    assert place(Placement(news=page, shown_on=unit), by=reporter).pk
    with pytest.raises(PermissionDenied):
        place(Placement(news=page, shown_on=site.section), by=reporter)
    editor = member(group("editors", *EDITING, below=unit))
    with pytest.raises(PermissionDenied):
        take_down(Placement.objects.get(), by=editor)
    placement = Placement.objects.get()
    placement.shown_on = site.section
    with pytest.raises(PermissionDenied):
        place(placement, by=reporter)
    # Nor away from a page where others publish.
    theirs = place(Placement(news=page, shown_on=site.section))
    theirs.shown_on = unit
    with pytest.raises(PermissionDenied):
        place(theirs, by=reporter)


def test_what_readers_may_not_see_is_placed_by_its_editors_only(
    site: SmallSite, unit: NewsIndexPage
) -> None:
    reporter = member(group("reporters", *PUBLISHING, below=unit))
    embargoed = live_news(site, embargoed_until=timezone.now() + HOUR)
    for hidden in (draft_news(site), embargoed):
        with pytest.raises(PermissionDenied):
            place(Placement(news=hidden, shown_on=unit), by=reporter)
    own = unit.add_child(instance=NewsPage(title="خبر واحد", locale=site.fa, live=False))
    assert place(Placement(news=own, shown_on=unit), by=reporter).pk


def test_rules(site: SmallSite) -> None:
    page, now = live_news(site), timezone.now()
    plain = below(site.home, Page, title="برگه", slug="plain")
    wrong = {
        "root": Placement(news=page, shown_on=Page.objects.get(depth=1)),
        "another item": Placement(news=page, shown_on=live_news(site).page_ptr),
        "a page without a place for it": Placement(news=page, shown_on=plain),
        "times": Placement(news=page, shown_on=site.section, starts_at=now, ends_at=now),
    }
    for name, placement in wrong.items():
        with pytest.raises(PlacementError):
            place(placement)
        assert not Placement.objects.exists(), name
    place(Placement(news=page, shown_on=site.section))
    with pytest.raises(PlacementError):
        place(Placement(news=page, shown_on=site.section))
    assert Placement.objects.count() == 1
    assert PageLogEntry.objects.filter(action="prcouncil_news.place").count() == 1


def test_placements_turn_over_when_they_begin_and_when_they_end(site: SmallSite) -> None:
    now = timezone.now()
    economy = below(site.index, SectionPage, title="اقتصاد", slug="economy")
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    page = live_news(site)
    place(Placement(news=page, shown_on=site.section, starts_at=now - HOUR / 60))
    place(Placement(news=page, shown_on=economy, starts_at=now - HOUR, ends_at=now - HOUR / 60))
    place(Placement(news=page, shown_on=sport, starts_at=now - HOUR, ends_at=now + HOUR))
    assert turn_over_placements(now - HOUR / 30) == 2
    assert turn_over_placements(now) == 0


def test_a_translated_page_counts_as_the_page(site: SmallSite) -> None:
    page = live_news(site)
    economy = below(site.index, SectionPage, title="اقتصاد", slug="economy")
    english = translated(economy, site.index_en, site.en, title="Economy", slug="economy")
    place(Placement(news=page, shown_on=economy))
    with pytest.raises(PlacementError):
        place(Placement(news=page, shown_on=english))


def test_what_is_placed_on_the_register_of_agencies_is_shown_there(
    site: SmallSite, client: Client
) -> None:
    page, water = live_news(site, title="سد کرج"), agency("آب", code="water")
    register = below(site.home, AgencyIndexPage, title="دستگاه‌ها", slug="agencies")
    register.save_revision().publish()
    place(Placement(news=page, shown_on=register))
    assert page.title in client.get("/agencies/").content.decode()
    for address in ("/agencies/?q=آب", f"/agencies/{water.code}/"):
        assert page.title not in client.get(address).content.decode()
