"""An entry made of a news item."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urljoin

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from wagtail_prcouncil import conf
from wagtail_prcouncil.news.feeds.entries import Entry, Picture
from wagtail_prcouncil.ui.sharing import SHARED_TYPE, shared_files

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsPage, Publication

SINCE = 2026
"""A tag URI names a day on which its authority was one's own (RFC 4151): the year in which the
first feed of this package was read."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r'(?<=\s)(href|src|poster)="([^"]*)"')
_SRCSET = re.compile(r'\s(?:srcset|sizes)="[^"]*"')
_ICON = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def written(
    page: "NewsPage", notes: Sequence["Publication"], site: Site, request: HttpRequest
) -> Entry:
    """`notes` are the publications that readers were told of, oldest first."""
    with override(page.locale.language_code):
        retracted = page.retracted_at is not None
        title = _("Retracted: %(title)s") % {"title": page.title} if retracted else page.title
        picture = None if retracted else _picture(page, site)
        url = page.get_full_url(request) or ""
        context = {
            "page": page,
            "request": request,
            "notes": notes,
            "picture": picture,
            "url": url,
            "whole": conf.feed_whole_text(),
            "quoted_at": page.profile_url(page.quoted_agency, request),
        }
        html = absolute(render_to_string("prcouncil_news/feeds/entry.html", context), site.root_url)
        profile = page.profile_url(page.agency, request)
    out = cast("dt.datetime", page.published_at)  # no other items are in a feed
    return Entry(
        id=entry_id(page, site),
        url=url,
        title=clean(title),
        summary=clean("" if retracted else strip_tags(page.lead or page.deck)),
        html=clean(html),
        published=out,
        updated=page.modified_at or out,
        author=clean(page.byline),
        author_url=_full(site.root_url, profile) if profile else "",
        categories=tuple(clean(name) for name in _categories(page)),
        picture=picture,
        source=clean(page.quoted or page.source_outlet) if page.is_republished else "",
        source_url=page.quoted_url if page.is_republished else "",
    )


def entry_id(page: "NewsPage", site: Site) -> str:
    """Of the code and the language, so that no new headline, address or section makes a new item
    of it. A site that moves to another host keeps its ids by FEED_AUTHORITY."""
    authority = conf.feed_authority() or f"{quote(site.hostname)},{SINCE}"
    return f"tag:{authority}:news/{page.code or page.translation_key}/{page.locale.language_code}"


def absolute(html: str, root_url: str) -> str:
    """HTML that leaves the site: full addresses, one file for each picture, no icons."""
    html = _SRCSET.sub("", _ICON.sub("", html))
    return _ADDRESS.sub(lambda found: f'{found[1]}="{_full(root_url, found[2])}"', html)


def _full(root_url: str, address: str) -> str:
    """As it is where it is none, as `http://[url]`: pasted texts hold such, and one of them must
    not end the feed of all."""
    try:
        return urljoin(root_url + "/", address)
    except ValueError:
        return address


def clean(text: str) -> str:
    """Without the characters that XML has no way to write."""
    return _CONTROL.sub("", text)


def _categories(page: "NewsPage") -> list[str]:
    section = page.section_here
    return [*([section.title] if section else []), *(tag.name for tag in page.keywords)]


def _picture(page: "NewsPage", site: Site) -> Picture | None:
    """None where the picture's file is missing, too."""
    shared = shared_files(page.hero_image)
    if not shared:
        return None
    try:
        length = shared[0].file.size
    except OSError:
        return None
    return Picture(
        url=urljoin(site.root_url, shared[0].url),
        media_type=SHARED_TYPE,
        length=length,
        width=shared[0].width,
        height=shared[0].height,
        alt=clean(page.hero_alt),
        credit=clean(page.hero_credit),
    )
