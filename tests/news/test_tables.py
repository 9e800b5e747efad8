from typing import Any

from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.tables import NEWS


def test_queries_for_a_table_do_not_grow_with_its_rows(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    def lines() -> int:
        pages = NewsPage.objects.order_by("pk").prefetch_workflow_states()
        return len(list(NEWS.lines(pages.annotate_approved_schedule())))

    live_news(site, agency=agency())
    for _n in range(9):
        live_news(site, agency=agency())
    with django_assert_max_num_queries(10):
        assert lines() == 10
