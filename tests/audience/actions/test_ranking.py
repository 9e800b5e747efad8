import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.audience.making import viewed
from tests.councils.making import council, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.audience.actions import rank_most_read
from wagtail_prcouncil.audience.actions.ranking import PLACES
from wagtail_prcouncil.audience.models import MostRead
from wagtail_prcouncil.audience.states import Period, Scope
from wagtail_prcouncil.news.models import NewsPage, SectionPage

DAY = dt.timedelta(days=1)


def ranked(period: Period, scope: Scope = Scope.SITE, about_id: int = 0) -> list[int]:
    places = MostRead.objects.filter(period=period, scope=scope, about_id=about_id)
    return list(places.order_by("rank").values_list("page_id", flat=True))


def test_each_period_has_its_own_order(site: SmallSite) -> None:
    today, week, month = live_news(site), live_news(site), live_news(site)
    now = timezone.now()
    viewed(today, 3, at=now)
    viewed(week, 5, at=now - 3 * DAY)
    viewed(month, 8, at=now - 20 * DAY)
    viewed(month, 99, at=now - 40 * DAY)
    for period in Period:
        rank_most_read(period)
    assert ranked(Period.DAY) == [today.pk]
    assert ranked(Period.WEEK) == [week.pk, today.pk]
    assert ranked(Period.MONTH) == [month.pk, week.pk, today.pk]


def test_lists_are_of_site_section_agency_and_province(site: SmallSite) -> None:
    inner = below(site.section, SectionPage, title="درونی")
    first, second = live_news(site), live_news(site, section=inner)
    viewed(first, 3)
    viewed(second, 5, agency_id=77, province_id=8)
    rank_most_read(Period.WEEK)
    assert ranked(Period.WEEK) == [second.pk, first.pk]
    assert ranked(Period.WEEK, Scope.SECTION, inner.pk) == [second.pk]
    # What is read below a section is read in it.
    assert ranked(Period.WEEK, Scope.SECTION, site.section.pk) == [second.pk, first.pk]
    assert ranked(Period.WEEK, Scope.AGENCY, 77) == [second.pk]
    assert ranked(Period.WEEK, Scope.PROVINCE, 8) == [second.pk]
    assert ranked(Period.WEEK, Scope.PROVINCE, 77) == []


def test_lists_of_the_councils_in_which_agencies_sit(site: SmallSite) -> None:
    water, roads, page = agency(), agency(), council(site)
    seat(page, agency=water)
    sits(seat(page), agency=roads)
    items = [live_news(site) for _ in range(4)]
    for views, (item, of) in enumerate(zip(items, (water, roads, agency(), None), strict=True)):
        viewed(item, 5 + views, agency_id=of and of.pk)
    rank_most_read(Period.WEEK)
    assert ranked(Period.WEEK, Scope.COUNCIL, page.pk) == [items[1].pk, items[0].pk]


def test_a_section_without_news_of_its_own_has_those_below_it(site: SmallSite) -> None:
    inner = below(site.section, SectionPage, title="درونی")
    page = live_news(site, section=inner)
    viewed(page, 3)
    rank_most_read(Period.WEEK)
    assert ranked(Period.WEEK, Scope.SECTION, site.section.pk) == [page.pk]
    assert not MostRead.objects.filter(about_id=site.index.pk).exists()


def test_languages_have_lists_of_their_own(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page)
    viewed(page, 3)
    viewed(english, 5)
    rank_most_read(Period.WEEK)
    places = MostRead.objects.filter(scope=Scope.SITE).values_list("locale_id", "page_id", "rank")
    assert set(places) == {(site.fa.pk, page.pk, 1), (site.en.pk, english.pk, 1)}


def test_twenty_places_are_kept_and_deleted_pages_take_none(site: SmallSite) -> None:
    pages = [live_news(site) for _ in range(PLACES + 2)]
    for views, page in enumerate(pages, start=1):
        viewed(page, views)
    gone = NewsPage.objects.get(pk=pages.pop().pk)
    gone.delete()
    rank_most_read(Period.WEEK)
    assert ranked(Period.WEEK) == [page.pk for page in reversed(pages)][:PLACES]


def test_a_new_list_takes_the_place_of_the_old(site: SmallSite) -> None:
    first, second = live_news(site), live_news(site)
    viewed(first, 3)
    rank_most_read(Period.WEEK)
    viewed(second, 5)
    rank_most_read(Period.WEEK)
    assert ranked(Period.WEEK) == [second.pk, first.pk]


def test_more_pages_cost_no_more_queries(site: SmallSite) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            rank_most_read(Period.WEEK)
        return len(asked)

    viewed(live_news(site), 1)
    few = queries()
    for _ in range(8):
        viewed(live_news(site), 1)
    assert queries() == few
