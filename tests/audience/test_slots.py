from datetime import timedelta

from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from tests.audience.making import viewed
from tests.councils.making import council, seat
from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience import most_read, slots
from wagtail_prcouncil.audience.actions import rank_most_read
from wagtail_prcouncil.audience.states import About, Period, Scope
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.models import NewsPage


def _request(path: str = "/") -> object:
    return RequestFactory().get(path, headers={"Host": "localhost"})


def _titles(page: object, period: Period = Period.WEEK) -> list[str]:
    shown = slots.ranked(page, _request())
    tabs = {tab.id: tab.pages for tab in shown["tabs"]} if shown else {}
    return [page.title for page in tabs.get(f"most-read-{period}", [])]


def test_the_most_read_of_a_section_stand_beside_its_news(site: SmallSite) -> None:
    pages = [live_news(site, title=f"خبر {number}") for number in range(1, 4)]
    for number, page in enumerate(pages, start=1):
        viewed(page, number)
    rank_most_read(Period.WEEK)
    assert _titles(site.index) == ["خبر 3", "خبر 2", "خبر 1"]
    assert _titles(site.section) == ["خبر 3", "خبر 2", "خبر 1"]
    assert _titles(pages[2]) == ["خبر 2", "خبر 1"], "not the item itself"
    assert 'id="most-read"' in Client().get(site.index.url).content.decode()


def test_readers_see_a_day_a_week_and_a_month(site: SmallSite) -> None:
    now = timezone.now()
    for title, views, days in [("امروز", 3, 0), ("هفته", 5, 3), ("ماه", 8, 20)]:
        viewed(live_news(site, title=title), views, at=now - timedelta(days=days))
    for period in (Period.WEEK, Period.MONTH):
        rank_most_read(period)
    assert _titles(site.index, Period.DAY) == []
    rank_most_read(Period.DAY)
    for page in (site.index, site.section, site.home):
        assert _titles(page, Period.DAY) == ["امروز"]
        assert _titles(page, Period.WEEK) == ["هفته", "امروز"]
        assert _titles(page, Period.MONTH) == ["ماه", "هفته", "امروز"]
    shown = Client().get(site.section.url).content.decode()
    for period, label in [("day", "۲۴ ساعت"), ("week", "۷ روز"), ("month", "۳۰ روز")]:
        assert f'<a href="#most-read-{period}">{label}</a>' in shown
        assert f'id="most-read-{period}"' in shown


def test_those_that_may_no_longer_be_shown_make_room(site: SmallSite) -> None:
    pages = [live_news(site, title=f"خبر {number}") for number in range(10)]
    for number, page in enumerate(pages):
        viewed(page, 100 - number)
    rank_most_read(Period.WEEK)
    pages[0].unpublish()
    PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    later = timezone.now() + timedelta(hours=1)
    NewsPage.objects.filter(pk=pages[2].pk).update(embargoed_until=later)
    NewsPage.objects.filter(pk=pages[3].pk).update(retracted_at=timezone.now())
    pages[4].delete()
    assert _titles(site.index) == [f"خبر {number}" for number in range(5, 10)]


def test_all_lists_are_one_query(site: SmallSite) -> None:
    for number in range(1, 8):
        viewed(live_news(site), number)
    for period in (Period.DAY, Period.WEEK):
        rank_most_read(period)
    about = About(site.site.pk, site.fa.pk, Scope.SITE)
    with CaptureQueriesContext(connection) as asked:
        shown = most_read.listed(about)
        assert [len(pages) for _period, pages in shown.periods] == [most_read.SHOWN] * 2
        assert shown.every.read
    assert len([q for q in asked if "most" in q["sql"]]) == 1
    # A request of its own asks once more, for all its lists together: what is private.
    assert len(asked) <= 2, [q["sql"] for q in asked]


def test_the_question_asks_the_database_nothing(site: SmallSite) -> None:
    page = live_news(site)
    with CaptureQueriesContext(connection) as asked:
        assert slots.question(page, _request()) == {"address": f"/audience/vote/{page.pk}/"}
        assert slots.seen(page, _request())
    assert len(asked) == 0


def test_a_preview_is_no_reading(site: SmallSite) -> None:
    page, request = live_news(site), _request()
    request.is_preview = True
    assert slots.seen(page, request) is None


def test_any_page_type_may_be_counted(site: SmallSite) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": ["home.HomePage"]}):
        assert slots.seen(site.home, _request())
        assert slots.seen(live_news(site), _request()) is None


def test_an_agencys_page_has_its_own_list(site: SmallSite) -> None:
    page = live_news(site)
    page.section_id, page.agency_id = None, 77
    here = Site.objects.get()
    assert slots.subject_of(page, here) == About(here.pk, site.fa.pk, Scope.AGENCY, 77)


def test_readers_are_told_what_is_stored(site: SmallSite) -> None:
    told = Client().get("/privacy/").content.decode()
    assert "prc-voter" in told
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_VOTES": False}):
        unasked = Client().get("/privacy/").content.decode()
    assert "prc-voter" not in unasked
    assert told.count("csrftoken") == unasked.count("csrftoken") + 1, "the question's own"


def test_a_list_of_a_province_or_an_agency_has_the_most_read_of_it(
    site: SmallSite, client: Client
) -> None:
    """The list narrowed to it is its latest; a list narrowed otherwise has no most read."""
    fars = Province.objects.get(code="IR-07")
    there = live_news(site, title="باران در استان", province=fars)
    body = agency("سازمان نمونه", code="water")
    by_agency = live_news(site, title="گزارش سازمان", agency=body)
    for page in (there, by_agency):
        viewed(page, 5)
    rank_most_read(Period.WEEK)
    for query, title in [(f"province={fars.slug}", there.title), ("agency=water", by_agency.title)]:
        shown = client.get(f"/news/?{query}").content.decode()
        ranked = shown.partition('id="most-read-week"')[2].partition("</ol>")[0]
        assert title in ranked, query
        assert ranked.count("<li>") == 1, query
    for query in ("q=باران", f"province={fars.slug}&agency=water", "province=x"):
        assert 'id="most-read"' not in client.get(f"/news/?{query}").content.decode(), query


def test_a_council_has_the_most_read_of_its_agencies(site: SmallSite, client: Client) -> None:
    """On its page, of whatever province it is, and beside the list narrowed to it."""
    body = agency()
    page = council(site, province=Province.objects.get(code="IR-07"))
    seat(page, agency=body)
    for item in (live_news(site, title="گزارش سازمان", agency=body), live_news(site)):
        viewed(item, 5)
    rank_most_read(Period.WEEK)
    for url in (page.url, f"/news/?council={page.pk}"):
        shown = client.get(url).content.decode()
        ranked = shown.partition('id="most-read-week"')[2].partition("</ol>")[0]
        assert "گزارش سازمان" in ranked
        assert ranked.count("<li>") == 1


def test_beside_an_item_of_a_province_alone(site: SmallSite) -> None:
    fars = Province.objects.get(code="IR-07")
    pages = [live_news(site, section=None, province=fars) for _ in range(2)]
    for page in (*pages, live_news(site)):
        viewed(page, 5)
    rank_most_read(Period.WEEK)
    assert _titles(pages[0]) == [pages[1].title]
