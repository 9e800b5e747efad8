"""Addresses of lists, tags and archives: where they lead, and what they make of bad ones."""

import datetime as dt
from urllib.parse import quote, unquote

import pytest
from django.test import Client

from tests.directory.making import agency, register
from tests.making import SmallSite, below, draft_news, live_news, news_at
from wagtail_prcouncil.news.models import NewsIndexPage, Placement, SectionPage
from wagtail_prcouncil.pages.keyset import Position
from wagtail_prcouncil.persian.jalali import TEHRAN


def at(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=TEHRAN)


def moved_to(client: Client, url: str, status: int = 301) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return unquote(response.headers["Location"])


# --- filters --------------------------------------------------------------------------------------


def test_a_list_narrowed_and_told(client: Client, site: SmallSite) -> None:
    roads = agency("راه قزوین", code="roads")
    live_news(site, title="سد کرج", agency=roads)
    live_news(site, title="خبر دیگر")
    response = client.get("/news/?agency=roads")
    html = response.content.decode()
    assert "سد کرج" in html
    assert "خبر دیگر" not in html
    assert "X-Robots-Tag" not in response.headers
    assert '<link rel="canonical" href="http://localhost/news/?agency=roads">' in html
    assert client.get("/news/?agency=roads&q=سد").headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_an_error_stands_beside_its_field_and_nothing_is_listed(
    client: Client, site: SmallSite
) -> None:
    live_news(site, title="سد کرج")
    html = client.get("/en/news/?agency=nobody&province=ir-26").content.decode()
    assert "There is no such agency." in html
    assert 'value="nobody"' in html
    assert 'value="ir-26" selected' in html
    assert "No news answers this." in html


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "query",
    [
        *("page=0", "page=-1", "page=9999999", "page=۲", "page=x"),
        *("section=0", "section=99999999", "agency=x", "province=ir-99", "tag=x"),
        *("from=1404/13/1", "to=1404/12/31", "from=0000-00-00", "to=9999-12-31", "from=x&to=x"),
        *(f"{name}=%00" for name in ("q", "section", "agency", "province", "tag", "from", "to")),
        *(f"{name}={'۹' * 10_000}" for name in ("q", "section", "agency", "tag", "from")),
        "q=" + "سد " * 4_000,
        "q=a&q=b&section=1&section=2&from=x&from=y",
        "q=%27%22%3C%3E%26*()|!:\\",
        "q=%F0%9F%92%A7&tag=%ED%A0%80",
        "tag=آب&before=1-1&q=x",
        "q=x&after=1-1",
        "oldest&agency=x",
    ],
)
def test_no_question_is_an_error_of_the_server(
    client: Client, site: SmallSite, language: str, query: str
) -> None:
    live_news(site, english_of=live_news(site), title="News")
    assert client.get(f"{language}/news/?{query}").status_code == 200


def test_a_number_leads_to_its_item(client: Client, site: SmallSite) -> None:
    page = live_news(site, title="سد کرج")
    english = live_news(site, english_of=page, title="Dam")
    persian = "".join("۰۱۲۳۴۵۶۷۸۹"[int(digit)] for digit in str(page.code))
    for number in (page.code, persian):
        assert moved_to(client, f"/news/?q={number}", 302) == unquote(page.url)
    assert moved_to(client, f"/en/news/?q={page.code}", 302) == english.url
    assert client.get("/news/?q=999999").status_code == 200
    page.unpublish()
    assert moved_to(client, f"/news/?q={page.code}", 302) == english.url
    english.unpublish()
    assert client.get(f"/news/?q={page.code}").status_code == 200


# --- tags -----------------------------------------------------------------------------------------


def test_a_tag_has_its_list(client: Client, site: SmallSite) -> None:
    page = live_news(site, title="سد کرج")
    page.tags.add("منابع آب")
    page.save_revision().publish()
    live_news(site, title="خبر دیگر")
    html = client.get(page.url).content.decode()
    address = f"/news/tag/{quote('منابع-آب')}/"
    assert f'href="{address}"' in html
    listed = client.get(address).content.decode()
    assert "سد کرج" in listed
    assert "خبر دیگر" not in listed
    assert f'<link rel="canonical" href="http://localhost{address}">' in listed
    assert "hreflang" not in listed.partition("<body")[0]
    assert moved_to(client, "/news/tag/منابع-آ\u200cب/".replace("\u200c", "")[:-1]) == unquote(
        address
    )


def test_a_tag_without_news_that_readers_may_see(client: Client, site: SmallSite) -> None:
    page = live_news(site)
    page.tags.add("پنهان")
    page.save_revision().publish()
    page.unpublish()
    draft_news(site)
    for slug in ("پنهان", "هیچ", "%00", "آ" * 5000):
        assert client.get(f"/news/tag/{slug}/").status_code == 404, slug[:9]
        assert client.get(f"/news/tag/{slug}/?utm_source=x").status_code == 404, slug[:9]


def test_a_tag_in_another_spelling(client: Client, site: SmallSite) -> None:
    page = live_news(site)
    page.tags.add("شورای عمومی")
    page.save_revision().publish()
    assert moved_to(client, "/news/tag/شوراي-عمومي/?a=b") == "/news/tag/شورای-عمومی/?a=b"


# --- archives -------------------------------------------------------------------------------------


def test_a_month_is_shown_a_window_at_a_time(
    client: Client, site: SmallSite, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"NEWS_PAGE_SIZE": 2}
    pages = [news_at(site, at(2025, 4, day), title=f"خبر روز {day}ام") for day in range(1, 4)]
    news_at(site, at(2025, 3, 1), title="پیش از آن")
    news_at(site, at(2025, 5, 1), title="پس از آن")
    first = client.get("/news/archive/1404/01/").content.decode()
    assert pages[2].title in first
    assert pages[0].title not in first
    older = first.partition('<nav class="prc-pages"')[2].partition('href="')[2].partition('"')[0]
    second = client.get(f"/news/archive/1404/01/{older}").content.decode()
    assert pages[0].title in second
    assert "پیش از آن" not in second
    assert client.get("/news/archive/1404/01/?before=x").status_code == 404
    assert client.get("/news/archive/1404/01/?before=1-1").status_code == 200
    beyond = Position(at(2030, 1, 1), 1)
    for position, shown in (("after=1-1", pages[:2]), (f"before={beyond}", pages[1:])):
        listed = client.get(f"/news/archive/1404/01/?{position}").context["listing"].items
        assert {item.pk for item in listed} == {page.pk for page in shown}


# --- what stands on lists -------------------------------------------------------------------------


def test_a_placement_stands_at_the_beginning_only(client: Client, site: SmallSite) -> None:
    other = below(site.home, NewsIndexPage, title="خبرهای آب", slug="water")
    other.save_revision().publish()
    page = live_news(site, title="سد کرج")
    for place in (other, site.home):
        Placement.objects.create(news=page, shown_on=place)
    assert "سد کرج" in client.get("/water/").content.decode()
    assert 'id="placed"' in client.get("/").content.decode()
    for query in ("?oldest", "?q=x"):
        assert "سد کرج" not in client.get(f"/water/{query}").content.decode()


def test_the_ways_to_all_news_of_an_agency_and_a_province(client: Client, site: SmallSite) -> None:
    from wagtail_prcouncil.directory.models import Province

    register(site)
    roads = agency("راه قزوین", code="roads", province=Province.objects.get(code="IR-26"))
    page = live_news(site, agency=roads)
    assert 'href="/news/?agency=roads"' in client.get("/agencies/roads/").content.decode()
    assert 'href="/news/?province=ir-26"' in client.get(page.url).content.decode()


def test_beside_a_section_stand_headlines_of_others(client: Client, site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    sport.save_revision().publish()
    live_news(site, title="سد کرج")
    live_news(site, title="گل دقیقهٔ نود", section=sport)
    html = client.get("/news/sport/").content.decode()
    assert html.count(">سد کرج</a>") == html.count(">گل دقیقهٔ نود</a>") == 1
