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
    "prcouncil_printing/components/bar.html": "above a page that is printed: what to press",
    "prcouncil_councils/components/persian_words.html": "words in their own language, elsewhere",
    "prcouncil_ui/components/error.html": "holds the h1 of the error pages",
    "prcouncil_directory/components/directory_assets.html": "a link in the head of its own pages",
    "prcouncil_comments/components/script.html": "at the end of a page: opens forms in place",
    "prcouncil_comments/components/proof.html": "in a form, where a site asks for proofs of work",
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
    **dict.fromkeys(
        (
            f"prcouncil_councils/components/{name}.html"
            for name in (
                *("ballots", "candidate", "council_assets", "council_basis", "council_closed"),
                *("council_contacts", "council_entry", "council_facts", "council_figures"),
                *("council_files", "council_head", "council_place", "election", "elections"),
                *("group_heading", "holder", "leaver", "level", "mandate", "officers"),
                *("other_posts", "period", "person_head", "post", "quorum", "seat", "seats"),
                *("substitute", "term_days", "term_note", "title", "titles_on_day"),
            )
        ),
        "parts of a council's own pages and of persons' cards, made of its profile",
    ),
    **dict.fromkeys(
        (
            f"prcouncil_meetings/components/{name}.html"
            for name in (
                *("agenda", "agenda_item", "agenda_items", "annulled", "assignment"),
                *("index_alternates", "index_files", "meeting_alternates", "meeting_files"),
                *("attendance_line", "decisions", "editions", "forwarding", "guests", "host"),
                *("index_ways", "kind", "meeting_assets", "meeting_head", "meeting_margin"),
                *("meetings_beside", "minutes_facts", "minutes_state", "moves", "notice_text"),
                *("other_tasks", "outcome", "papers", "passage", "pictures", "press_note"),
                *("question", "quorum_line", "related", "reports", "resolution"),
                *("resolution_line", "roll", "streams", "votes", "when"),
            )
        ),
        "parts of the meetings' own pages, made of their facts",
    ),
    **dict.fromkeys(
        (
            f"prcouncil_charters/components/{name}.html"
            for name in (
                *("adoption_facts", "appendices", "certificate", "change_count", "change_counts"),
                *("change_head", "changed_rows", "changed_words", "changes", "charter_assets"),
                *("charter_facts", "charter_head", "charter_margin", "charter_ways", "clause"),
                *("clause_reviews", "clause_words", "contents", "day_question", "difference"),
                *("digest", "entry", "kind_heading", "kind_name", "kinds", "latest_changes"),
                *("linked", "occasion", "part", "part_name", "province_count", "references"),
                *("review_line", "reviews", "shamsa", "sign_facts", "signature_count"),
                *("signature_groups", "signature_key", "signature_line", "signature_map"),
                *("signature_question", "signature_tile", "signature_windows", "signatures"),
                *("standing_notice", "text", "unveiling", "version_name", "versions"),
                *("versions_question", "votes"),
            )
        ),
        "parts of the charters' own pages, made of their texts and of who has signed them",
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
