"""Which feeds a page offers to its readers and their programs: the site's, and what it shows."""

from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from wagtail_prcouncil.directory.models.pages import AgencyIndexMixin
from wagtail_prcouncil.news.models.listing import ListingMixin, SectionPage
from wagtail_prcouncil.news.models.news import NewsMixin
from wagtail_prcouncil.news.public.question import ORDER
from wagtail_prcouncil.pages.facets import council_of
from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.slots import PageSlot

FORMATS = (
    ("prcouncil_news:rss", "application/rss+xml", "RSS"),
    ("prcouncil_news:atom", "application/atom+xml", "Atom"),
    ("prcouncil_news:json_feed", "application/feed+json", "JSON Feed"),
)
TAG = "tag/"  # what the address of a tag's list begins with, below its index


class Link(NamedTuple):
    """One feed in one format, at its address on this site."""

    media_type: str
    name: str
    url: str


class Offer(NamedTuple):
    """A feed in all formats."""

    title: str
    links: list[Link]


def offers_of(page: Page | None, request: HttpRequest) -> list[Offer]:
    """The whole site's first. No queries beyond those of the page; empty on a site that has left
    `news.urls` out."""
    with override(page_language(page).code):
        try:
            places = [(reverse(name), media_type, words) for name, media_type, words in FORMATS]
        except NoReverseMatch:
            return []
        asked = [(face_of(page, request).site_name, {}), *_narrower(page, request)]
    return [Offer(title, [_link(*place, query) for place in places]) for title, query in asked]


def _link(path: str, media_type: str, name: str, query: dict[str, Any]) -> Link:
    return Link(media_type, name, f"{path}?{urlencode(query)}" if query else path)


def _narrower(page: Page | None, request: HttpRequest) -> list[tuple[str, dict[str, Any]]]:
    """What the page is about, in words and as a feed is asked for it."""
    if isinstance(page, NewsMixin):
        here = page.section_here
        section = [(here.title, {"section": page.section_id})] if here else []
        agency = [(page.byline, {"agency": page.agency.code})] if page.agency else []
        province = page.province
        language = page_language(page).code
        named = [(province.name_in(language), {"province": province.slug})] if province else []
        return section + agency + named
    if isinstance(page, AgencyIndexMixin) and page.agency:
        return [(shown_by(page).title, {"agency": page.agency.code})]
    if isinstance(page, ListingMixin):
        return _of_list(page, request)
    council_id = council_of(page) if page is not None else None
    return [(page.title, {"council": council_id})] if page and council_id else []


def _of_list(page: ListingMixin, request: HttpRequest) -> list[tuple[str, dict[str, Any]]]:
    """An index or a section, a tag, and all that the reader asked for."""
    shown = shown_by(page)
    kind = "section" if isinstance(page, SectionPage) else "index"
    own: dict[str, Any] = {kind: page.pk}
    if shown.path.startswith(TAG):
        own["tag"] = unquote(shown.path.removeprefix(TAG).rstrip("/"))
    asked = {name: request.GET[name] for name in ORDER if request.GET.get(name)}
    found = [(shown.title, own)]
    if asked:
        found.append((_("%(list)s, as narrowed") % {"list": shown.title}, own | asked))
    return found


def in_head(page: Page | None, request: HttpRequest) -> dict[str, Any] | None:
    offers = offers_of(page, request)
    return {"offers": offers} if offers else None


def in_margin(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The feed of what the page shows, in all formats. That of a narrowed list stands above it."""
    if isinstance(page, ListingMixin) and page.about is not None:
        return None
    offers = offers_of(page, request)
    return {"links": offers[-1].links} if offers else None


def of_council(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The feed of its agencies' news, on the council's own page."""
    found = in_margin(page, request) if council_of(page) else None
    return found and found | {"is_council": True}


FILLED = (
    PageSlot("head", "prcouncil_news/slots/feeds.html", in_head, without_page=True),
    PageSlot("listing_margin", "prcouncil_news/slots/feed_links.html", in_margin, order=900),
    PageSlot("agency_margin", "prcouncil_news/slots/feed_links.html", in_margin, order=900),
    PageSlot("council_margin", "prcouncil_news/slots/feed_links.html", of_council, order=900),
)
"""Registered in wagtail_hooks.py."""
