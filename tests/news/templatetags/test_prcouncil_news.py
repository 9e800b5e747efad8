from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.models import SectionPage


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


def test_what_was_asked_for_is_never_kept(site: SmallSite, client: Client) -> None:
    live_news(site)
    for words in ("سد", "برق"):
        assert f'value="{words}"' in client.get(f"/news/?q={words}").content.decode()
    assert 'value="برق"' not in client.get("/news/").content.decode()
