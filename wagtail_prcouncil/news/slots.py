"""What news put on pages of other features."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.facets import facets_of
from wagtail_prcouncil.ui.renditions import CARD

OF_AN_AGENCY = 6


def agency_news(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The newest items of the agency that `page` is about, in its language. Two queries; None
    where there is no agency or no news of it."""
    agency_id = facets_of(page).agency_id
    if agency_id is None:
        return None
    news = NewsPage.objects.for_agency(agency_id).readable(page.locale_id).without_aliases()
    newest = news.newest_first().for_cards(*CARD.specs)[:OF_AN_AGENCY]
    # Whose they are is what the page is about.
    teasers = [replace(item.teaser(request), by="") for item in newest]
    return {"teasers": teasers} if teasers else None
