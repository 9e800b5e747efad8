from pytest_django import DjangoAssertNumQueries

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.rows import PageRows


def rows_of(*pages: NewsPage) -> PageRows:
    read = {row.pk: row for row in NewsPage.objects.values_list("pk", "title", named=True)}
    return PageRows([read[page.pk] for page in pages], NewsPage.objects.all, besides="files")


def test_pages_come_in_the_order_of_the_rows_and_together(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = live_news(site), live_news(site)
    rows = rows_of(second, first)
    with django_assert_num_queries(0):
        assert (len(rows), bool(rows), bool(rows_of_nothing())) == (2, True, False)
        assert rows.read == (
            [(second.pk, second.title), (first.pk, first.title)],
            "files",
        )
    with django_assert_num_queries(1):
        assert list(rows) == [second, first]
        assert (rows[0], rows[1:]) == (second, [first])


def rows_of_nothing() -> PageRows:
    return PageRows([], NewsPage.objects.all)


def test_what_has_gone_meanwhile_is_left_out(site: SmallSite) -> None:
    first, second = live_news(site), live_news(site)
    rows = rows_of(first, second)
    first.delete()
    assert list(rows) == [second]
