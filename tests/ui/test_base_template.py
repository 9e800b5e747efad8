"""`prcouncil_ui/base.html` and its components, as pages of the small site show them."""

import re
from pathlib import Path

from django.apps import apps
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from tests.making import SmallSite, live_news
from wagtail_prcouncil.ui.errors import server_error


def html_of(url: str, status: int = 200) -> str:
    response = Client().get(url)
    assert response.status_code == status
    return response.content.decode()


def test_language_and_direction(site: SmallSite) -> None:
    assert '<html lang="fa" dir="rtl">' in html_of(site.home.url)
    assert '<html lang="en" dir="ltr">' in html_of(site.home_en.url)


def test_the_whole_page_speaks_the_pages_language(site: SmallSite, request_: HttpRequest) -> None:
    """Wagtail shows Persian pages under /en/ where the English home is missing (rule A11)."""
    context = {"page": site.home, "request": request_}
    with translation.override("en"):
        at_english_address = render_to_string("prcouncil_ui/base.html", context)
    with translation.override("fa"):
        at_its_own = render_to_string("prcouncil_ui/base.html", context)
    assert at_english_address == at_its_own
    assert '<html lang="fa" dir="rtl">' in at_english_address


def test_translations_are_announced(site: SmallSite) -> None:
    article = live_news(site)
    assert 'rel="alternate" hreflang' not in html_of(article.url)
    english = live_news(site, english_of=article, title="Water", slug="water")
    for page in (article, english):
        html = html_of(page.url)
        assert f'<link rel="canonical" href="{page.full_url}">' in html
        assert f'hreflang="fa" href="{article.full_url}"' in html
        assert f'hreflang="en" href="{english.full_url}"' in html


def test_the_switch_leads_home_without_a_translation(site: SmallSite) -> None:
    article = live_news(site)
    assert re.search(r'<a href="/en/" lang="en" dir="ltr" hreflang="en">', html_of(article.url))


def test_the_menu_marks_where_the_reader_is(site: SmallSite) -> None:
    def marked(html: str) -> list[str]:
        return re.findall(r'aria-current="\w+">([^<]+)<', html.partition("</nav>")[0])

    assert marked(html_of(site.index.url)) == ["خبرها"]
    assert marked(html_of(live_news(site).url)) == ["خبرها"]


def test_breadcrumbs_lead_from_the_home(site: SmallSite) -> None:
    def crumbs(html: str) -> list[str]:
        listed = re.search(r'<ol class="prc-crumbs".*?</ol>', html, re.DOTALL)
        return re.findall(r"<a[^>]*>([^<]+)</a>", listed[0]) if listed else []

    assert crumbs(html_of(site.section.url))[1:] == ["خبرها"]
    assert crumbs(html_of(live_news(site).url))[1:] == ["خبرها", "استان‌ها"]
    assert crumbs(html_of(site.home.url)) == []


@override_settings(ROOT_URLCONF="tests.ui.urls_without_search")
def test_a_site_without_search(site: SmallSite) -> None:
    assert 'id="prc-search"' not in html_of(site.index.url)


def test_a_strict_content_security_policy_holds(site: SmallSite) -> None:
    article = live_news(site)
    for url in (site.home.url, site.index.url, article.url, f"{article.url}print/", "/search/"):
        html = html_of(url)
        assert not re.search(r"<style|\sstyle=|\son\w+=", html), url
        for attributes in re.findall(r"<script([^>]*)>", html):
            assert "src=" in attributes or 'type="application/ld+json"' in attributes, url
        assert not re.search(r'(?:src|srcset|<link[^>]+href)="(?:https?:)?//(?!localhost)', html)


def test_a_missing_page(site: SmallSite) -> None:
    html = html_of("/no-such-page/", status=404)
    assert '<meta name="robots" content="noindex">' in html
    assert html.count('role="search"') == 1
    assert '<html lang="en" dir="ltr">' in html_of("/en/no-such-page/", status=404)


def test_the_error_page_stands_alone() -> None:
    """It asks nothing of the database, which this test has none of."""
    assert "<h1" in server_error(RequestFactory().get("/")).content.decode()


def test_a_page_of_the_listing_that_is_not_the_first_has_no_canonical(site: SmallSite) -> None:
    live_news(site)
    first = html_of(site.index.url)
    assert 'rel="canonical"' in first
    assert 'rel="canonical"' not in html_of(f"{site.index.url}?before=9999999999999999-1")


def test_each_component_says_what_it_takes() -> None:
    folder = Path(apps.get_app_config("prcouncil_ui").path, "templates/prcouncil_ui/components")
    paths = sorted(folder.glob("*.html"))
    assert paths
    assert [path.name for path in paths if "{% comment %}" not in path.read_text()] == []
