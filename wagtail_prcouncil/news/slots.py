"""What news put on pages of other features, and beside each other."""

from typing import Any

from django.forms import Media
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.models.listing import ListingMixin
from wagtail_prcouncil.news.public.beside import beside, elsewhere
from wagtail_prcouncil.news.public.placed import placed_on
from wagtail_prcouncil.news.public.scope import Scope
from wagtail_prcouncil.pages.facets import council_of, facets_of
from wagtail_prcouncil.ui.renditions import CARD
from wagtail_prcouncil.ui.slots import PageSlot

OF_AN_AGENCY = 6
OF_A_COUNCIL = 6
SHOWS_PLACED = ("listing_top", "agencies_top", "council_main", "home_top")
LATEST_TEMPLATE = "prcouncil_news/slots/latest.html"


def agency_news(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The newest items of the agency that `page` is about, in its language, and the way to all of
    them: in the index of the newest. Two queries; None where there is no agency or no news."""
    agency_id = facets_of(page).agency_id
    if agency_id is None:
        return None
    news = NewsPage.objects.for_agency(agency_id).readable(page.locale_id).without_aliases()
    rows = list(news.recommended().newest_first().card_rows()[:OF_AN_AGENCY])
    if not rows:
        return None
    cards = news.cards(rows, *CARD.specs)
    return {"news": cards, "all_url": lambda: _all_url(cards[0], request)}


def council_news(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The newest items of the agencies that sit in the council that `page` is, in its language,
    and the way to all of them. Two queries; None on other pages, and where there is no news."""
    council_id = council_of(page)
    if council_id is None:
        return None
    known = getattr(page, "seated_agencies", None)
    seated = frozenset(known) if known is not None else None
    scope = Scope(locale_id=page.locale_id, council_id=council_id, seated=seated)
    news = scope.news(newest=OF_A_COUNCIL)
    rows = list(news.newest_first().card_rows()[:OF_A_COUNCIL])
    if not rows:
        return None
    cards = news.cards(rows, *CARD.specs)
    query = f"council={council_id}"
    all_url = lambda: _filtered(cards[0], query, request)  # noqa: E731 - as above
    return {"news": cards, "council": council_id, "all_url": all_url}


def _all_url(newest: NewsPage, request: HttpRequest) -> str:
    return _filtered(newest, f"agency={newest.agency.code}", request)


def _filtered(newest: NewsPage, query: str, request: HttpRequest) -> str:
    """In the index of the newest; empty where that has no address."""
    index = newest.index_url(request)
    return f"{index}?{query}" if index else ""


def placed(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """What a desk has set on this page. One query where there is nothing; none on a list, which
    knows."""
    if isinstance(page, ListingMixin) and not page.standing.has_placements:
        return None
    items = placed_on(page)
    return {"teasers": [item.teaser(request) for item in items]} if items else None


def latest(page: NewsPage, request: HttpRequest) -> dict[str, Any] | None:
    """The newest headlines of an item's section, or of all."""
    items = beside(page, request).latest
    section = page.section_here if items and page.section_id else None
    return {"news": items, "section": section} if items else None


def latest_elsewhere(page: SectionPage, request: HttpRequest) -> dict[str, Any] | None:
    """The newest headlines of other sections. One query, when what is chosen is known."""
    items = elsewhere(page, request)
    return {"news": items, "is_elsewhere": True} if items else None


def related(page: NewsPage, request: HttpRequest) -> dict[str, Any] | None:
    """What to read next, and what came before and after in the section."""
    found = beside(page, request)
    if not (found.related or found.older or found.newer):
        return None
    return {"news": found.related, "older": found.older, "newer": found.newer}


FILLED = (
    PageSlot("agency_main", "prcouncil_news/slots/agency_news.html", agency_news),
    PageSlot("council_main", "prcouncil_news/slots/council_news.html", council_news, order=110),
    *(PageSlot(name, "prcouncil_news/slots/placed.html", placed) for name in SHOWS_PLACED),
    PageSlot("margin", LATEST_TEMPLATE, latest, (NewsPage,)),
    PageSlot("listing_margin", LATEST_TEMPLATE, latest_elsewhere, (SectionPage,)),
    PageSlot(
        "after_body",
        "prcouncil_news/slots/related.html",
        related,
        (NewsPage,),
        order=50,
        media=Media(css={"all": ["prcouncil_news/lists.css"]}),
    ),
)
"""Registered in wagtail_hooks.py."""
