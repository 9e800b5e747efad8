"""What readers see of an item's life: on its page, in print, at its short link."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import LONG_AGO, change, fresh, in_hours, seen_long_ago
from wagtail_prcouncil.news.models import NewsPage, Publication
from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.persian.dates import TEHRAN

NOTICE = re.compile(r'<p class="prc-notice.*?</p>', re.DOTALL)


def notices(client: Client, page: NewsPage, end: str = "") -> list[str]:
    content = html.unescape(client.get(f"{page.url}{end}").content.decode())
    return [re.sub(r"<[^>]+>", "", notice) for notice in NOTICE.findall(content)]


@pytest.mark.parametrize("end", ["", "print/"])
def test_readers_read_the_notes_newest_first(site: SmallSite, client: Client, end: str) -> None:
    page = seen_long_ago(site)
    assert notices(client, page, end) == []
    change(page, UpdateKind.UPDATE, "عکس افزوده شد.")
    change(page, UpdateKind.SILENT)
    page = change(page, UpdateKind.CORRECTION, "عدد <b>درست</b> شد.")
    Publication.objects.filter(kind=UpdateKind.CORRECTION).update(at=in_hours(1))
    Publication.objects.filter(kind=UpdateKind.UPDATE).update(at=LONG_AGO)
    first, second = notices(client, page, end)
    assert "عدد درست شد." in first
    assert "۱۲ اردیبهشت ۱۴۰۳" in second
    assert "عکس افزوده شد." in second
    assert "<b>" not in client.get(f"{page.url}{end}").content.decode()


def test_the_head_says_when_readers_were_last_told(site: SmallSite, client: Client) -> None:
    page = seen_long_ago(site)

    def head() -> str:
        content = client.get(page.url).content.decode()
        return content.partition('<header class="prc-head">')[2].partition("</header>")[0]

    assert head().count("<time") == 1
    change(page, UpdateKind.SILENT)
    assert head().count("<time") == 1
    told = change(page, UpdateKind.UPDATE, "عکس افزوده شد.")
    assert head().count("<time") == 2
    assert told.modified_at
    assert f'datetime="{told.modified_at.astimezone(TEHRAN):%Y-%m-%d}' in head()


@pytest.mark.parametrize("end", ["", "print/"])
def test_a_retracted_item_keeps_its_words_under_a_notice(
    site: SmallSite, client: Client, end: str
) -> None:
    page = change(seen_long_ago(site), UpdateKind.RETRACTION, "خبر نادرست بود.")
    answer = client.get(f"{page.url}{end}")
    content = answer.content.decode()
    assert answer.status_code == 200
    assert content.index("prc-notice--bad") < content.index("متن خبر.")
    (notice,) = notices(client, page, end)
    assert "خبر نادرست بود." in notice
    change(page, UpdateKind.REINSTATEMENT, "درست بود.")
    assert "prc-notice--good" in client.get(page.url).content.decode()
    content = client.get(page.url).content.decode()
    assert content.index("متن خبر.") < content.index("prc-notice--bad")


def test_a_retraction_without_a_ledger_says_so_all_the_same(
    site: SmallSite, client: Client
) -> None:
    """As an import may bring it."""
    page = seen_long_ago(site)
    NewsPage.objects.filter(pk=page.pk).update(retracted_at=LONG_AGO)
    assert len(notices(client, page)) == 1


def test_the_notes_cost_one_query_and_nothing_without(site: SmallSite, client: Client) -> None:
    page = seen_long_ago(site)

    def cost() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        return len(queries)

    before = cost()
    for number in range(3):
        change(page, UpdateKind.UPDATE, f"یادداشت {number}")
    assert cost() == before + 1


def test_search_engines_are_led_to_the_origin(site: SmallSite, client: Client) -> None:
    origin = "https://roads.example.ir/traffic?a=1&b=2"
    page = live_news(site, quoted_url=origin, is_republished=True)
    english = live_news(site, english_of=page, title="News", quoted_url=origin)
    content = client.get(page.url).content.decode()
    assert f'<link rel="canonical" href="{html.escape(origin)}">' in content
    assert content.count('rel="canonical"') == 1
    assert f'hreflang="fa" href="{page.full_url}"' in html.unescape(content)
    assert f'rel="canonical" href="{english.full_url}"' in client.get(english.url).content.decode()


@pytest.mark.parametrize("end", ["{0}", "{0}print/", "/n/{1}/", "/news/{1}/", "/news/{1}/x/"])
def test_an_embargo_leaves_no_trace(site: SmallSite, client: Client, end: str) -> None:
    page = live_news(site, embargoed_until=in_hours(1))
    address = end.format(page.url, page.code)
    assert client.get(address).status_code == 404
    change(page, "", embargoed_until=None)
    assert client.get(address, follow=True).status_code == 200


def test_nor_does_an_item_withdrawn_under_it(site: SmallSite, client: Client) -> None:
    page = live_news(site, embargoed_until=in_hours(1))
    page.unpublish()
    assert client.get(f"/n/{page.code}/").status_code == 404


def test_a_withdrawn_item_is_gone_until_it_comes_back(site: SmallSite, client: Client) -> None:
    page = seen_long_ago(site)
    fresh(page).unpublish()
    assert client.get(f"/n/{page.code}/").status_code == 410
    change(page, UpdateKind.UPDATE, "با سند تازه")
    assert client.get(f"/n/{page.code}/").headers["Location"] == page.url


def test_an_embargo_holds_in_every_language(site: SmallSite, client: Client) -> None:
    """Set on one page, published or a draft; the others go out with it."""
    end = in_hours(3)
    for make, title in ((live_news, "Dam opens"), (draft_news, "Road closed")):
        page = make(site, embargoed_until=end)
        english = live_news(site, english_of=page, title=title)
        assert (english.embargoed_until, english.published_at) == (None, end)
        assert client.get(english.url).status_code == 404
        assert client.get(f"/en/n/{english.code}/").status_code == 404
        assert english.title not in client.get(site.index_en.url).content.decode()
        NewsPage.objects.filter(pk=page.pk).update(embargoed_until=LONG_AGO)
        assert client.get(english.url).status_code == 200


def test_lifted_or_moved_in_one_language_it_is_in_the_others(
    site: SmallSite, client: Client
) -> None:
    page = live_news(site, embargoed_until=in_hours(3))
    english = live_news(site, english_of=page, title="Dam opens")
    later = in_hours(5)
    change(page, "", embargoed_until=later)
    assert fresh(english).published_at == fresh(english).modified_at == later
    change(page, "", embargoed_until=None)
    assert fresh(english).is_out
    assert client.get(english.url).status_code == 200
