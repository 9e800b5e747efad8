"""News, and the pages that list news, as lists show them."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext

from wagtail_prcouncil.ui.sharing import Shared
from wagtail_prcouncil.ui.teasers import Teaser

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models.listing import ListingMixin
    from wagtail_prcouncil.news.models.news import NewsMixin


def news_teaser(page: "NewsMixin", request: HttpRequest | None) -> Teaser:
    """Made of columns of the item, its picture and its agency only: under these a list of news is
    kept."""
    return Teaser(
        page.title,
        page.get_url(request) or "",
        kicker=page.kicker,
        mark=gettext("Retracted") if page.retracted_at else "",
        text=page.deck or page.lead,
        date=page.published_at,
        by=lambda: page.byline,
        code=page.code,
        image=lambda: page.hero_image,
        alt=page.hero_alt,
        page=page,
    )


def shared_news(page: "NewsMixin") -> Shared:
    """How the item shows on other sites."""
    return Shared(
        page.title,
        type="article",
        description=page.search_description or page.lead or page.deck,
        picture=page.hero_image,
        alt=page.hero_alt,
        published=page.published_at,
        modified=page.modified_at,
        section=page.section_here.title if page.section_here else "",
        tags=tuple(tag.name for tag in page.keywords),
    )


def listing_teaser(page: "ListingMixin", request: HttpRequest | None) -> Teaser:
    text = page.intro or page.search_description
    return Teaser(page.title, page.get_url(request) or "", text=text, page=page)
