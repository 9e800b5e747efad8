import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.models import NewsPage, NewsTag, SectionPage


def test_the_margin_is_kept_until_a_section_or_month_changes(
    site: SmallSite, client: Client
) -> None:
    live_news(site)
    client.get("/news/")
    with CaptureQueriesContext(connection) as queries:
        html = client.get("/news/").content.decode()
    provinces = Province._meta.db_table
    assert not [query for query in queries.captured_queries if provinces in query["sql"]]
    assert html.count("<small>۱</small>") == 1
    live_news(site)
    assert "<small>۲</small>" in client.get("/news/").content.decode()
    below(site.index, SectionPage, title="ورزش").save_revision().publish()
    assert "ورزش" in client.get("/news/").content.decode()


def test_counts_of_a_narrowed_list_are_kept_until_something_goes_in_or_out(
    site: SmallSite, client: Client
) -> None:
    water = agency()
    first = live_news(site, agency=water)
    url = f"/news/?agency={water.code}"

    def counted() -> str:
        html = client.get(url).content.decode()
        return re.search(r'id="news-list">([^<]+)', html)[1]  # type: ignore[index]

    assert counted() == "۱ خبر"
    with CaptureQueriesContext(connection) as queries:
        assert counted() == "۱ خبر"
    tables = f"{Province._meta.db_table}|{NewsTag._meta.db_table}"
    assert not [query for query in queries.captured_queries if re.search(tables, query["sql"])]
    second = live_news(site, agency=water)
    assert counted() == "۲ خبر"
    first.unpublish()
    assert counted() == "۱ خبر"
    restriction = {"restriction_type": "login", "page": NewsPage.objects.get(pk=second.pk)}
    PageViewRestriction.objects.create(**restriction)
    assert counted() == "۰ خبر"


def test_words_are_never_kept(site: SmallSite, client: Client) -> None:
    live_news(site)
    for words in ("سد", "برق"):
        assert f'value="{words}"' in client.get(f"/news/?q={words}").content.decode()
    assert 'value="برق"' not in client.get("/news/").content.decode()
