"""Nothing is missing from the style sheet page, and it is a page like any other."""

from pathlib import Path

import pytest
from django.test import Client

from tests.making import SmallSite
from wagtail_prcouncil import __file__ as package

PACKAGE = Path(package).parent
ADDRESSES = {"fa": "/style-sheet/", "en": "/en/style-sheet/"}

# Their components are parts of the admin, which has a face of its own.
ADMIN_ONLY = {"exchange"}
# Components that stand on pages of their own, which other tests open.
ELSEWHERE: dict[str, str] = {
    "prcouncil_news/components/listing.html": "a page itself: the news index, with its teasers",
    "prcouncil_news/components/news_head.html": "holds the h1 of a news page",
    "prcouncil_news/components/listing_canonical.html": "in the head of a list",
    "prcouncil_news/components/listing_margin.html": "puts filter and counts together",
    **dict.fromkeys(
        (
            f"prcouncil_audience/components/{name}.html"
            for name in ("report_chart", "report_switch")
        ),
        "parts of a report in the admin",
    ),
    "prcouncil_ui/components/error.html": "holds the h1 of the error pages",
    "prcouncil_directory/components/directory_assets.html": "a link in the head of its own pages",
    "prcouncil_comments/components/script.html": "at the end of a page: opens forms in place",
    "prcouncil_search/components/total.html": "the heading of the search page's results",
    **dict.fromkeys(
        (
            f"prcouncil_directory/components/{name}.html"
            for name in (
                *("agency_below", "agency_closed", "agency_contacts", "agency_facts"),
                *("agency_head", "agency_place"),
            )
        ),
        "parts of an agency's own page, made of its profile",
    ),
    **dict.fromkeys(
        (
            f"prcouncil_directory/components/{name}.html"
            for name in (
                *("register_canonical", "register_chips", "register_files", "register_form"),
                *("register_list", "register_map", "register_table", "tile_map"),
            )
        ),
        "parts of the register's page, made of what was asked of it",
    ),
}


def components() -> set[str]:
    """Names of templates, as `{% include %}` has them."""
    return {
        str(path.relative_to(folder))
        for folder in PACKAGE.glob("*/templates")
        if folder.parent.name not in ADMIN_ONLY
        for path in folder.glob("*/components/*.html")
    }


@pytest.mark.parametrize("language", ADDRESSES)
def test_every_component_is_shown(client: Client, site: SmallSite, language: str) -> None:
    response = client.get(ADDRESSES[language])
    assert response.status_code == 200
    shown = {template.name for template in response.templates}
    assert components() - shown - set(ELSEWHERE) == set(), "add it to a part of the page"
    assert set(ELSEWHERE) <= components() - shown, "no longer elsewhere"


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("en", "ltr")])
def test_it_speaks_the_language_of_its_address(
    client: Client, site: SmallSite, language: str, direction: str
) -> None:
    html = client.get(ADDRESSES[language]).content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in html


def test_readers_get_no_cookie(client: Client, site: SmallSite) -> None:
    response = client.get(ADDRESSES["fa"])
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_site_without_news_has_it_too(client: Client, db: None) -> None:
    assert client.get(ADDRESSES["fa"]).status_code == 200
