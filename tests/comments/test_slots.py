import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.comments.making import open_page, published
from tests.comments.reading import long_thread
from tests.making import HomePage, SmallSite, chosen, live_news
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.states import Mode


def _article(page: object) -> str:
    return Client().get(page.url).content.decode()


def test_the_thread_stands_below_the_text_and_its_feed_in_the_head(site: SmallSite) -> None:
    page = open_page(site)
    published(page, "دیدگاه منتشرشده")
    html = _article(page)
    assert html.index("</article>") < html.index('id="comments"') < html.index("دیدگاه منتشرشده")
    feed = 'type="application/atom+xml" title="'
    assert feed in html.partition("</head>")[0]
    assert f'href="/comments/thread/{page.pk}/feed/"' in html.partition("</head>")[0]


def test_nothing_is_there_before_a_site_opens_comments(site: SmallSite) -> None:
    html = _article(live_news(site))
    assert "/comments/" not in html
    assert "prcouncil_comments" not in html


def test_a_page_that_nobody_commented_on_says_so(site: SmallSite) -> None:
    html = _article(open_page(site))
    assert "prc-empty" in html.partition('id="comments"')[2]
    assert "/comments/post/" in html


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ({"mode": Mode.CLOSED}, "are closed"),
        ({"mode": Mode.OPEN, "closes_at": -1}, "are closed"),
        ({"mode": Mode.OPEN, "opens_at": 1}, "will open on"),
        ({"mode": Mode.OPEN, "closes_at": 1}, "are open until"),
    ],
)
def test_readers_are_told_what_the_policy_allows(
    site: SmallSite, policy: dict[str, object], said: str
) -> None:
    open_page(site)
    CommentPolicy.objects.create(page=site.index_en, mode=Mode.OPEN)
    page = live_news(site, english_of=live_news(site))
    times = {key: timezone.now() + dt.timedelta(days=value) for key, value in policy.items()
             if isinstance(value, int)}  # fmt: skip
    CommentPolicy.objects.create(page=page, **{**policy, **times})
    published_before = _article(page).partition('id="comments"')[2]
    assert said in published_before
    assert ("/comments/post/" in published_before) == (said == "are open until")


def test_an_article_with_a_thread_costs_two_queries_more(site: SmallSite) -> None:
    """Four while nothing of the thread is kept: policy, thread, comments, replies."""
    page = open_page(site)
    long_thread(page, 120, replies=30)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(page.url).status_code == 200
        return len(asked)

    with chosen(COMMENTS_PAGE_TYPES=[HomePage._meta.label]):
        queries()
        without = queries()
    assert queries() <= without + 4
    assert queries() <= without + 2


def test_what_is_kept_is_not_older_than_the_thread(site: SmallSite) -> None:
    page = open_page(site)
    published(page, "نخستین")
    assert "نخستین" in _article(page)
    published(page, "دومین")
    assert "دومین" in _article(page)
    cache.clear()
    assert "دومین" in _article(page)


def test_a_site_without_its_addresses_shows_no_thread(site: SmallSite) -> None:
    page = open_page(site)
    published(page)
    with override_settings(ROOT_URLCONF="tests.comments.urls_without_comments"):
        response = Client().get(page.url)
    assert 'id="comments"' not in response.content.decode()
