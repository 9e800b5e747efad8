"""The brand as readers of one language see it, in plain values and without a query.

Which version of the brand a page has to show comes along with the frame's one look into the tree
(`ui/surroundings.py`). What is made of that version is kept in the cache, so that a change counts
with the next request, in every process.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Page, Site

from wagtail_prcouncil.fields import dialled
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.brand.social import Network
from wagtail_prcouncil.ui.brand.style import preview_url, style_url
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.models import BrandSettings

KEPT_FOR = 60  # seconds; bounds how long a privacy page that has gone is still linked to
EMBLEM = "max-156x156|format-webp"  # three dots to each pixel of the masthead
LOGO = "max-600x600|format-png"
WORDS = ("name", "tagline", "address", "licence")  # in pairs, `…_en` for other readers
CODES = ("postal_code", "telephone", "fax", "email")


class Mark(NamedTuple):
    """A picture of the institution."""

    url: str
    width: int
    height: int


class SocialLink(NamedTuple):
    """A channel and its address."""

    network: str
    url: str

    @property
    def label(self) -> str:
        """In the active language."""
        return str(Network(self.network).label)


@dataclass(frozen=True, slots=True)
class Brand:
    """Empty where the ministry has said nothing."""

    name: str = ""
    tagline: str = ""
    emblem: Mark | None = None
    logo: Mark | None = None
    style_url: str = ""
    address: str = ""
    postal_code: str = ""
    telephone: str = ""
    fax: str = ""
    email: str = ""
    links: tuple[SocialLink, ...] = ()
    licence: str = ""
    privacy_url: str = ""

    @classmethod
    def of(
        cls,
        row: BrandSettings | None,
        language: PageLanguage,
        request: HttpRequest,
        *,
        unsaved: bool = False,
    ) -> Self:
        if row is None:
            return cls(privacy_url=_own_privacy_url(language))
        end = "" if language.is_persian else "_en"
        return cls(
            **{
                name: getattr(row, name + end) for name in ("name", "tagline", "address", "licence")
            },
            **{name: getattr(row, name) for name in ("postal_code", "telephone", "fax", "email")},
            emblem=_mark(row.emblem, EMBLEM),
            logo=_mark(row.logo, LOGO),
            style_url=preview_url(row) if unsaved else style_url(row),
            links=tuple(_links(row)),
            privacy_url=_privacy_url(row.privacy_page, language, request),
        )

    @property
    def telephone_url(self) -> str:
        return f"tel:{dialled(self.telephone)}"

    @property
    def has_contact(self) -> bool:
        return any((self.address, self.postal_code, self.telephone, self.fax, self.email))


def brand_of(request: HttpRequest, language: PageLanguage, version: str | None) -> Brand:
    """The brand of the site that `request` asks for; `version` as read, None where it has none.

    In a preview of the brand: as it stands in the form.
    """
    unsaved = getattr(request, BrandSettings.get_cache_attr_name(), None)
    if unsaved is not None and getattr(request, "is_preview", False):
        return Brand.of(unsaved, language, request, unsaved=True)
    site = Site.find_for_request(request)
    if site is None or version is None:
        return Brand.of(None, language, request)
    key = f"prcouncil_ui.brand.{site.pk}.{language.code}"
    known: tuple[str, Brand] | None = cache.get(key)
    if known is None or known[0] != version:
        row = BrandSettings.base_queryset().filter(site=site).first()
        known = version, Brand.of(row, language, request)
        cache.set(key, known, KEPT_FOR)
    return known[1]


def _mark(image: AbstractImage | None, spec: str) -> Mark | None:
    """A drawing is served as it is: it was checked, and no size is too large for it."""
    if image is None:
        return None
    if image.is_svg():
        return Mark(image.file.url, image.width, image.height)
    file = get_rendition_or_not_found(image, spec)
    return Mark(file.url, file.width, file.height)


def _links(row: BrandSettings) -> Any:
    """Blocks of a network that the list no longer has are passed over."""
    for block in row.links:
        if block.block_type == "link" and block.value["network"] in Network.values:
            yield SocialLink(block.value["network"], block.value["url"])


def _privacy_url(page: Page | None, language: PageLanguage, request: HttpRequest) -> str:
    """Of the chosen page in the reader's language, else in its own, where it can be read; else
    of the page that comes with the package."""
    if page is not None:
        group = ReadableQuerySet(Page).filter(translation_key=page.translation_key).readable()
        found = {found.locale.language_code: found for found in group.select_related("locale")}
        chosen = found.get(language.code) or next((p for p in group if p.pk == page.pk), None)
        if chosen is not None:
            return chosen.specific_deferred.get_url(request) or ""
    return _own_privacy_url(language)


def _own_privacy_url(language: PageLanguage) -> str:
    with override(language.code):
        try:
            return reverse("prcouncil_ui:privacy")
        except NoReverseMatch:
            return ""
