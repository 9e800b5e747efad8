import datetime as dt

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from bench.work import work_of
from tests.councils.making import START, council, in_english, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.facets import COUNCILS
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.pages.facets import agencies_in, council_names, council_of, councils_of

LONG_AGO = dt.date(2020, 1, 1)


def test_readable_councils_by_their_originals(site: SmallSite) -> None:
    first, second = council(site, "شورای ب"), council(site, "شورای آ")
    draft = council(site, "پیش‌نویس")
    draft.unpublish()
    english = in_english(second, site, "Second")
    assert list(council_names(site.fa.pk).items()) == [
        (second.pk, "شورای آ"),
        (first.pk, "شورای ب"),
    ]
    assert council_names(site.en.pk) == {second.pk: "Second"}
    assert council_of(second) == council_of(english) == second.pk
    PageViewRestriction.objects.create(
        page=second, restriction_type=PageViewRestriction.LOGIN
    )  # the translation, which is not private, does not tell who sits there
    assert council_names(site.en.pk) == {}
    assert list(council_names(site.fa.pk)) == [first.pk]


def test_in_the_default_language_every_council_is_known(site: SmallSite) -> None:
    """Its page there may have been deleted: news of its agencies are found by it still."""
    page = council(site)
    english = in_english(page, site, "Water council")
    place = seat(page)
    CouncilPage.objects.get(pk=page.pk).delete()
    cache.clear()
    assert council_names(site.fa.pk) == council_names(site.en.pk) == {english.pk: "Water council"}
    assert agencies_in([english.pk]) == {english.pk: {place.agency_id}}
    english.unpublish()
    cache.clear()
    assert council_names(site.fa.pk) == {}


def test_names_are_known_for_a_while(site: SmallSite) -> None:
    page = council(site)
    council_names(site.fa.pk)
    with CaptureQueriesContext(connection) as queries:
        assert council_names(site.fa.pk) == {page.pk: page.title}
    assert len(queries) == 1  # what is private, which a request asks once in any case


def test_names_are_read_beside_any_number_of_pages(site: SmallSite) -> None:
    """Of so many that PostgreSQL looks into an index for the few as well: it reads all of a small
    table sooner."""
    council(site)

    def read(beside: int) -> int:
        news = [NewsPage(title="سد", section=site.section) for _number in range(beside)]
        write_live(news, NewsIndexPage.objects.get(pk=site.index.pk), is_searchable=False)
        if connection.vendor == "postgresql":  # SQLite has no statistics unless somebody asks
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        cache.clear()
        return work_of(lambda: COUNCILS.names(site.fa.pk)).most

    few, many = read(600), read(2_400)
    assert many <= 1.5 * few


def test_who_sits_there_today(site: SmallSite) -> None:
    page, other = council(site), council(site)
    own, sent, gone, beside = (agency() for _ in range(4))
    sits(seat(page, agency=own), agency=sent)
    seat(page, agency=gone, until=LONG_AGO)
    place = seat(page, agency=own)
    sits(place, since=LONG_AGO, until=LONG_AGO, agency=gone)
    seat(other, agency=beside)
    seat(other, agency=own)
    assert agencies_in([page.pk, other.pk]) == {
        page.pk: {own.pk, sent.pk},
        other.pk: {beside.pk, own.pk},
    }
    assert councils_of([own.pk, sent.pk, gone.pk]) == {
        own.pk: {page.pk, other.pk},
        sent.pk: {page.pk},
    }


def test_of_an_agency_only_councils_that_readers_may_see(site: SmallSite) -> None:
    page, water = council(site), agency()
    sits(seat(page, agency=water), since=START)
    page.unpublish()
    assert councils_of([water.pk]) == {}
    assert agencies_in([page.pk]) == {page.pk: {water.pk}}  # whoever may see it, may know


def test_each_answer_is_one_query(site: SmallSite) -> None:
    page, water = council(site), agency()
    sits(seat(page, agency=water), agency=agency())
    with CaptureQueriesContext(connection) as queries:
        assert len(COUNCILS.agencies_in([page.pk])[page.pk]) == 2
    assert len(queries) == 1
