"""What counting and voting have to know of a page, kept for a minute."""

from typing import NamedTuple
from uuid import UUID

from django.core.cache import BaseCache, caches
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.pages.facets import facets_of
from wagtail_prcouncil.pages.models import ReadableQuerySet

KEPT_FOR = 60  # seconds that a page counts on after it was made private by a restriction
NOBODY = 0  # stands for a page that readers may not see


class KnownPage(NamedTuple):
    """A readable page by plain ids. `page_id` is that of what an alias mirrors; `item` stands for
    the page in all its languages."""

    page_id: int
    item: UUID
    site_id: int
    locale_id: int
    section_id: int | None
    agency_id: int | None
    province_id: int | None


def shared_cache() -> BaseCache:
    """The cache of AUDIENCE_CACHE."""
    return caches[conf.audience_cache()]


def key_of(page_id: int) -> str:
    return f"prcouncil_audience.known.{page_id}"


def known_page(page_id: int) -> KnownPage | None:
    """None for a page that readers may not see, or whose type is not counted. Mostly without a
    query: who may be read is asked once a minute, and at once when a page is published or
    withdrawn."""
    cache = shared_cache()
    kept = cache.get(key_of(page_id))
    if kept is None:
        page = readable_page(page_id)
        kept = (_described(page) if page else None) or NOBODY
        cache.set(key_of(page_id), kept, KEPT_FOR)
    return kept or None


def item_of(page: Page) -> UUID:
    """The key that all languages of an item share. It stays when another of them becomes the
    original, or when one is deleted (rule A18)."""
    while page.alias_of_id:
        page = page.alias_of
    return page.translation_key


def readable_page(page_id: int) -> Page | None:
    """The page of a counted type, as an anonymous reader may see it now."""
    for kind in counted_types():
        page = ReadableQuerySet(kind).readable().filter(pk=page_id).first()
        if page is not None:
            return page
    return None


def forget(page_id: int) -> None:
    """The page has changed: ask anew."""
    shared_cache().delete(key_of(page_id))


def _described(page: Page) -> KnownPage | None:
    site = page.get_site()
    if site is None:
        return None
    facets = facets_of(page)
    return KnownPage(
        page_id=page.alias_of_id or page.pk,
        item=item_of(page),
        site_id=site.pk,
        locale_id=page.locale_id,
        section_id=facets.section_id,
        agency_id=facets.agency_id,
        province_id=facets.province_id,
    )
