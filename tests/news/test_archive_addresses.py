"""Addresses of archives: which months and years there are, and how else they are written."""

from urllib.parse import unquote

import pytest
from django.test import Client

from tests.making import SmallSite, below, live_news, news_at, small_site
from tests.news.test_listing_views import at, moved_to
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage


@pytest.fixture(scope="module")
def news(kept_rows: None) -> None:
    """News at both ends of a leap year's Esfand, and in Mordad of summer time."""
    site = small_site()
    for moment in (at(2025, 3, 20, 23, 59), at(2025, 3, 21), at(2022, 7, 23)):
        page = news_at(site, moment)
        live_news(site, english_of=page, title=f"News {page.pk}", published_at=moment)


@pytest.fixture
def months(news: None, site: SmallSite) -> SmallSite:
    return site


@pytest.mark.parametrize(
    "path",
    [
        *("archive/1403/", "archive/1403/12/", "archive/1404/01/", "archive/1401/05/"),
        *("provinces/archive/1403/", "provinces/archive/1404/01/"),
    ],
)
def test_months_and_years(client: Client, months: SmallSite, path: str) -> None:
    html = client.get(f"/news/{path}").content.decode()
    canonical = f'<link rel="canonical" href="http://localhost/news/{path}">'
    assert canonical in html
    assert '<a href="/en/news/' in html  # the language switch leads to the list itself
    assert "hreflang" not in html.partition("<body")[0]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("archive/۱۴۰۳/۱۲/", "archive/1403/12/"),
        ("archive/١٤٠٣/", "archive/1403/"),
        ("archive/1404/1/", "archive/1404/01/"),
        ("archive/1404/1/?before=1-1", "archive/1404/01/?before=1-1"),
        ("provinces/1403/12/", "provinces/archive/1403/12/"),
        ("provinces/۱۴۰۳/", "provinces/archive/1403/"),
    ],
)
def test_other_ways_to_write_it(client: Client, months: SmallSite, path: str, target: str) -> None:
    assert moved_to(client, f"/news/{path}") == f"/news/{target}"


@pytest.mark.parametrize(
    "path",
    [
        *("archive/1403/13/", "archive/1403/00/", "archive/0/", "archive/0000/", "archive/9999/"),
        *(
            "archive/1402/",
            "archive/1403/11/",
            "archive/1403/012/",
            "archive/x/",
            "archive/1403/x/",
        ),
        *(
            "archive/2025/",
            "archive/2025/03/",
            "archive/-1/",
            "archive/14031/",
            "archive/1403/1/1/",
        ),
        *("archive/1403/%00/", "archive/²/", "provinces/1402/", "provinces/1403/13/"),
        "archive/" + "1" * 9000 + "/",
    ],
)
def test_what_is_no_month_or_has_no_news(client: Client, months: SmallSite, path: str) -> None:
    assert client.get(f"/news/{path}").status_code == 404
    assert client.get(f"/news/{path}?utm_source=x").status_code == 404


def test_english_pages_count_gregorian_months(client: Client, months: SmallSite) -> None:
    for path, status in (("2025/03", 200), ("2022/07", 200), ("2022/08", 404), ("1403/12", 404)):
        assert client.get(f"/en/news/archive/{path}/").status_code == status, path
    html = client.get("/en/news/archive/2025/").content.decode()
    assert '/en/news/archive/2025/03/"' in html
    assert 'rel="prev"' in html
    assert moved_to(client, "/en/news/archive/2025/3/") == "/en/news/archive/2025/03/"


def test_the_archive_begins_with_the_last_year(client: Client, months: SmallSite) -> None:
    assert moved_to(client, "/news/archive/", 302) == "/news/archive/1404/"
    assert moved_to(client, "/en/news/archive/", 302) == "/en/news/archive/2025/"
    empty = below(months.home, NewsIndexPage, title="تهی", slug="empty")
    empty.save_revision().publish()
    assert client.get("/empty/archive/").status_code == 404


def test_a_code_of_four_digits_is_a_code(client: Client, months: SmallSite) -> None:
    page = live_news(months, title="سد")
    NewsPage.objects.filter(pk=page.pk).update(code=1403)
    page = NewsPage.objects.get(pk=page.pk)
    assert client.get(page.url).status_code == 200
    assert moved_to(client, "/news/1403/12/") == unquote(page.url)
    assert client.get("/news/archive/1403/12/").status_code == 200
