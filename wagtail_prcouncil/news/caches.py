"""What caches in front of the site forget when news are published, withdrawn or imported."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urljoin

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from taggit.models import Tag
from wagtail.models import Page

from wagtail_prcouncil.directory.caches import profiles_of
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news.models import (
    NewsIndexPage,
    NewsPage,
    NewsTag,
    Placement,
    Publication,
    SectionPage,
)
from wagtail_prcouncil.news.models.listing import ListingMixin
from wagtail_prcouncil.news.public.archive import calendar_of, path_of
from wagtail_prcouncil.pages.facets import councils_of
from wagtail_prcouncil.purging import purge_addresses_after_commit, purge_after_commit

FEEDS = ("prcouncil_news:rss", "prcouncil_news:atom", "prcouncil_news:json_feed")


class Filed(NamedTuple):
    """Where items stand and stood, by keys of rows."""

    sections: set[int]
    agencies: set[int]
    provinces: set[int]
    tags: set[int]

    def councils(self) -> set[int]:
        """Those in which the agencies sit today, by the ids of their originals. One query."""
        return set().union(*councils_of(self.agencies).values())


def forget_item(page: NewsPage) -> None:
    """An item has gone out, changed or gone. What showed it before its last change forgets it too:
    its former section, agency, province and tags."""
    filed = cache(partial(_filed_lately, page))  # read where there is a cache to purge
    purge_after_commit(_showing(page, filed))
    purge_addresses_after_commit(lambda: _of_item(page, filed()))


def forget_lists(pages: Sequence[NewsPage], index: NewsIndexPage) -> None:
    """Items have come in by an import: nothing is cached of themselves, lists lack them."""
    filed = cache(partial(_filed, pages))
    purge_after_commit(_holding(pages, index, filed))
    purge_addresses_after_commit(lambda: _around(pages, index, filed()))


def _filed(pages: Sequence[NewsPage]) -> Filed:
    tags = NewsTag.objects.filter(content_object_id__in=[page.pk for page in pages])
    return Filed(
        {page.section_id for page in pages if page.section_id},
        {page.agency_id for page in pages if page.agency_id},
        {page.province_id for page in pages if page.province_id},
        set(tags.order_by().values_list("tag", flat=True)),
    )


def _filed_lately(page: NewsPage) -> Filed:
    """As it stands, and as the last two publications had it."""
    filed = _filed([page])
    ledger = Publication.objects.of(page).exclude(revision=None)
    names = ("section", "agency", "province", "tagged_items")
    for *keys, tagged in ledger.values_list(*(f"revision__content__{name}" for name in names))[:2]:
        for kept, key in zip(filed, keys, strict=False):
            kept.update({key} if isinstance(key, int) else ())
        filed.tags.update(row["tag"] for row in tagged or () if isinstance(row.get("tag"), int))
    return filed


def _showing(page: NewsPage, filed: Callable[[], Filed]) -> Iterator[Page]:
    """Itself, its other languages, which name it, and where it is placed, besides its lists."""
    placements = Placement.objects.filter(news__translation_key=page.translation_key)
    placed = placements.order_by().values("shown_on__translation_key")
    shown = Q(pk=page.pk) | Q(translation_key__in=placed, locale=page.locale_id)
    shown |= Q(translation_key=page.translation_key, live=True)
    yield from _lists([page], shown | Q(path__in=_way_to(page)), filed())


def _holding(
    pages: Sequence[NewsPage], index: NewsIndexPage, filed: Callable[[], Filed]
) -> Iterator[Page]:
    yield from _lists(pages, Q(path__in=_way_to(index)), filed())


def _lists(pages: Sequence[NewsPage], shown: Q, filed: Filed) -> Iterator[Page]:
    """`shown`, the councils of the agencies, and the sections of the items with all above these;
    lists with the years and months of their archive that have one of them."""
    for section in _sections(pages, filed):
        shown |= Q(pk=section.pk) | Q(path__in=_way_to(section))
    if councils := filed.councils():
        seats = Page.objects.filter(pk__in=councils).values("translation_key")
        locales = {page.locale_id for page in pages}
        shown |= Q(translation_key__in=seats, locale__in=locales, live=True)
    times = {page.published_at for page in pages if page.published_at}
    for found in Page.objects.filter(shown, depth__gt=1).specific():
        if isinstance(found, ListingMixin):
            months = {calendar_of(found).month_of(time) for time in times}
            years = {year for year, _month in months}
            paths = {path_of(year) for year in years} | {path_of(*month) for month in months}
            found.also_cached = [f"/{path}" for path in sorted(paths)]
        yield found


def _way_to(page: Page) -> list[str]:
    """The paths of all above it, and its own."""
    step = Page.steplen
    return [page.path[:end] for end in range(0, len(page.path) + 1, step)]


def _sections(pages: Sequence[NewsPage], filed: Filed) -> list[Page]:
    """As readers of the items' language find them, or as they are filed where there is none."""
    own = SectionPage.objects.filter(pk__in=filed.sections)
    group = SectionPage.objects.filter(translation_key__in=own.values("translation_key"))
    locales = {page.locale_id for page in pages}
    return list(group.filter(Q(locale__in=locales) | Q(pk__in=filed.sections)).order_by("pk"))


def _of_item(page: NewsPage, filed: Filed) -> Iterator[str]:
    """Its short link, and what lists it without being a page."""
    root, short = page.get_site(), page.short_path
    if root is not None and short is not None:
        yield urljoin(root.root_url, short)
    yield from _around([page], page.get_parent().specific, filed)


def _around(pages: Sequence[NewsPage], index: Page, filed: Filed) -> Iterator[str]:
    """Lists of tags, profiles of agencies, feeds, the sitemap of news."""
    address, site = index.get_full_url(), index.get_site()
    if address is None or site is None:
        return
    agencies = Agency.objects.filter(pk__in=filed.agencies).order_by("code")
    codes = list(agencies.values_list("code", flat=True))
    yield from profiles_of(codes, index.locale)
    tags = Tag.objects.filter(pk__in=filed.tags).order_by("slug")
    yield from (f"{address}tag/{quote(slug)}/" for slug in tags.values_list("slug", flat=True))
    with override(index.locale.language_code):
        yield from _followed(site.root_url, _asked(pages, index, filed, codes))


def _asked(
    pages: Sequence[NewsPage], index: Page, filed: Filed, codes: Iterable[str]
) -> list[dict[str, Any]]:
    """What feeds are asked for in which these items are, as pages offer them."""
    keys = {section.pk for section in _sections(pages, filed)}
    provinces = Province.objects.filter(pk__in=filed.provinces)
    return [
        {},
        {"index": index.pk},
        *({"section": key} for key in sorted(keys)),
        *({"agency": code} for code in codes),
        *({"province": province.slug} for province in provinces),
        *({"council": key} for key in sorted(filed.councils())),
    ]


def _followed(root: str, asked: list[dict[str, Any]]) -> Iterator[str]:
    """Nothing on a site that has left `news.urls` out."""
    try:
        feeds = [urljoin(root, reverse(name)) for name in FEEDS]
        yield urljoin(root, reverse("prcouncil_news:sitemap"))
    except NoReverseMatch:
        return
    for feed in feeds:
        yield from (f"{feed}?{urlencode(query)}" if query else feed for query in asked)
