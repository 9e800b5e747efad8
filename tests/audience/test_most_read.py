from django.test import RequestFactory, override_settings

from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience import most_read
from wagtail_prcouncil.audience.actions import rank_most_read
from wagtail_prcouncil.audience.models import MostRead
from wagtail_prcouncil.audience.states import About, Period, Scope
from wagtail_prcouncil.news.models import NewsPage


def test_places_are_of_one_list_only(site: SmallSite) -> None:
    page, other = live_news(site), live_news(site)
    viewed(page, 2)
    rank_most_read(Period.WEEK)
    viewed(other, 5)
    rank_most_read(Period.DAY)
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    assert list(most_read.places(NewsPage, about, Period.WEEK)) == [page]
    assert list(most_read.places(NewsPage, about, Period.DAY)) == [other, page]
    assert not most_read.places(NewsPage, about._replace(locale_id=site.en.pk), Period.DAY)


def test_types_without_querysets_of_ours_are_listed_too(site: SmallSite) -> None:
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    place = {**about._asdict(), "period": Period.WEEK, "views": 3}
    MostRead.objects.create(rank=1, page=site.section, **place)
    MostRead.objects.create(rank=2, page=site.home, **place)
    request = RequestFactory().get("/", headers={"Host": "localhost"})
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": ["wagtailcore.Page"]}):
        shown = most_read.teasers(about, Period.WEEK, request)
    assert [teaser.title for teaser in shown] == [site.section.title, site.home.title]


def test_several_types_stand_in_one_order(site: SmallSite) -> None:
    page = live_news(site)
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    place = {**about._asdict(), "period": Period.WEEK, "views": 3}
    MostRead.objects.create(rank=1, page=site.section, **place)
    MostRead.objects.create(rank=2, page=page, **place)
    MostRead.objects.create(rank=3, page=site.home, **place)
    named = ["home.HomePage", "prcouncil_news.NewsPage", "prcouncil_news.SectionPage"]
    request = RequestFactory().get("/", headers={"Host": "localhost"})
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": named}):
        shown = most_read.teasers(about, Period.WEEK, request, besides=page.pk)
    assert [teaser.title for teaser in shown] == [site.section.title, site.home.title]
