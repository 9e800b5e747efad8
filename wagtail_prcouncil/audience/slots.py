"""What audience puts on pages: the mark that counts views, the question, the most read."""

from functools import partial
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from wagtail.models import Page, Site

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience import most_read, tokens, voters
from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.audience.states import About, Scope
from wagtail_prcouncil.pages.facets import facets_of
from wagtail_prcouncil.ui.cookies import form_cookie
from wagtail_prcouncil.ui.rows import PageRows
from wagtail_prcouncil.ui.slots import PageSlot

FOLDER = "prcouncil_audience/slots"
MARGINS = ("margin", "listing_margin", "agency_margin", "council_margin", "home_margin")


class RankedTab(NamedTuple):
    """A period's list, as components/tabs.html shows it."""

    id: str
    title: str | Promise
    pages: PageRows
    template: str = "prcouncil_audience/components/ranked.html"


def registered() -> list[PageSlot]:
    """They stand on every page, since which types are counted is read at call time."""
    return [
        PageSlot("head", f"{FOLDER}/seen.html", seen),
        PageSlot("body_end", f"{FOLDER}/vote.html", question),
        *(PageSlot(name, f"{FOLDER}/most_read.html", ranked, order=200) for name in MARGINS),
        PageSlot("privacy", f"{FOLDER}/privacy.html", privacy),
    ]


def seen(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """What the script sends back. None in a preview, which is no reading, and where the site has
    left `audience.urls` out."""
    address = _address("seen")
    if not address or getattr(request, "is_preview", False) or not _is_counted(page):
        return None
    return {"token": tokens.token_for(page.pk), "address": address}


def question(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """A link to the question, without a query; the same for all readers."""
    if not conf.audience_votes() or not _is_counted(page):
        return None
    address = _address("vote", page.alias_of_id or page.pk)
    return {"address": address} if address else None


def ranked(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The most read of 24 hours, 7 days and 30 days: of the section, agency, council or province
    that the page is about, else of the whole site. One query."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    about = subject_of(page, site)
    lists = most_read.listed(about, besides=page.pk)
    tabs = [
        RankedTab(f"most-read-{period}", period.label, pages) for period, pages in lists.periods
    ]
    return {"pages": lists.every, "tabs": tabs, "about": about} if tabs else None


def subject_of(page: Page, site: Site) -> About:
    facets = facets_of(page)
    here = partial(About, site.pk, page.locale_id)
    if facets.section_id:
        return here(Scope.SECTION, facets.section_id)
    if facets.agency_id:
        return here(Scope.AGENCY, facets.agency_id)
    if len(facets.council_ids) == 1:
        return here(Scope.COUNCIL, facets.council_ids[0])
    if facets.province_id:
        return here(Scope.PROVINCE, facets.province_id)
    return here(Scope.SITE)


def privacy(page: None, request: HttpRequest) -> dict[str, Any]:
    return {"votes": conf.audience_votes(), "cookies": [voters.VOTER.cookie(), form_cookie()]}


def _is_counted(page: Page) -> bool:
    return isinstance(page, counted_types())


def _address(name: str, *arguments: int) -> str:
    try:
        return reverse(f"prcouncil_audience:{name}", args=arguments)
    except NoReverseMatch:
        return ""
