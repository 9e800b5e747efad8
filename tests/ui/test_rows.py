from pytest_django import DjangoAssertNumQueries

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.rows import PageRows


def rows_of(*pages: NewsPage) -> PageRows:
    read = {row.pk: row for row in NewsPage.objects.values_list("pk", "title", named=True)}
    return PageRows([read[page.pk] for page in pages], NewsPage.objects.all)


def test_pages_come_in_the_order_of_the_rows_and_together(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = live_news(site), live_news(site)
    rows = rows_of(second, first)
    with django_assert_num_queries(0):
        assert (len(rows), bool(rows), bool(rows_of_nothing())) == (2, True, False)
        assert rows.read == [(second.pk, second.title), (first.pk, first.title)]
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


def test_picked_ones_share_the_pages_that_are_made(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second, third = (live_news(site) for _ in range(3))
    rows = rows_of(first, second, third)
    one, two = rows.picked([third.pk, 0, first.pk]), rows.picked([second.pk])
    assert (len(one), one.read != two.read) == (2, True)
    with django_assert_num_queries(1):
        assert (list(one), list(two)) == ([third, first], [second])
