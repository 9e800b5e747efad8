from django.test import override_settings
from wagtail.models import Page

from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience import most_read
from wagtail_prcouncil.audience.actions import rank_most_read
from wagtail_prcouncil.audience.models import MostRead
from wagtail_prcouncil.audience.states import About, Period, Scope
from wagtail_prcouncil.news.models import NewsPage


def _keys(kind: type[Page], about: About, period: Period) -> list[int]:
    return [row.pk for row in most_read.places(kind, about) if row.period == period]


def test_places_are_of_one_list_only(site: SmallSite) -> None:
    page, other = live_news(site), live_news(site)
    viewed(page, 2)
    rank_most_read(Period.WEEK)
    viewed(other, 5)
    rank_most_read(Period.DAY)
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    assert _keys(NewsPage, about, Period.WEEK) == [page.pk]
    assert _keys(NewsPage, about, Period.DAY) == [other.pk, page.pk]
    assert not most_read.places(NewsPage, about._replace(locale_id=site.en.pk))


def test_types_without_querysets_of_ours_are_listed_too(site: SmallSite) -> None:
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    place = {**about._asdict(), "period": Period.WEEK, "views": 3}
    MostRead.objects.create(rank=1, page=site.section, **place)
    MostRead.objects.create(rank=2, page=site.home, **place)
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": ["wagtailcore.Page"]}):
        shown = most_read.listed(about).every
    assert [item.title for item in shown] == [site.section.title, site.home.title]


def test_several_types_stand_in_one_order(site: SmallSite) -> None:
    page = live_news(site)
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    place = {**about._asdict(), "period": Period.WEEK, "views": 3}
    MostRead.objects.create(rank=1, page=site.section, **place)
    MostRead.objects.create(rank=2, page=page, **place)
    MostRead.objects.create(rank=3, page=site.home, **place)
    named = ["home.HomePage", "prcouncil_news.NewsPage", "prcouncil_news.SectionPage"]
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": named}):
        shown = most_read.listed(about, besides=page.pk).every
    assert [item.title for item in shown] == [site.section.title, site.home.title]
