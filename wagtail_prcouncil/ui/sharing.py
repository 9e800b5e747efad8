"""How a page shows on other sites: in messengers, networks and search results.

Names are OpenGraph's (ogp.me), which all of them read.
"""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.translation import to_locale
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.models import Page

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.face import Face, face_of
from wagtail_prcouncil.ui.keeping import Parts

SHARED = ("fill-1200x675|format-jpeg", "fill-800x600|format-jpeg", "fill-600x600|format-jpeg")
"""What other sites get of a page's picture: JPEG, which every messenger draws, in the shapes 16 to
9, 4 to 3 and square that search engines ask for."""

SHARED_TYPE = "image/jpeg"

_LOCALES = {"fa": "fa_IR", "en": "en_US", "ar": "ar_AR"}


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture at a full address."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page says of itself. `tags` and the times are an article's."""

    title: str
    type: str = "website"
    description: str = ""
    picture: AbstractImage | None = None
    alt: str = ""
    published: dt.datetime | None = None
    modified: dt.datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, page: Page, request: HttpRequest) -> "Shared":
        """As the page's type has it; of other types, the title and what search engines are told."""
        if isinstance(page, HasShared):
            return page.shared(request)
        shown = shown_by(page)
        return cls(shown.title, description="" if shown.path else page.search_description)


@runtime_checkable
class HasShared(Protocol):
    """A page type that says how it shows on other sites."""

    def shared(self, request: HttpRequest, /) -> Shared: ...


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """The variable `og` of open_graph.html."""

    shared: Shared
    picture: SharedPicture | None
    locale: str
    other_locales: tuple[str, ...]


def open_graph(page: Page | None, request: HttpRequest) -> OpenGraph:
    """Of a page, or of the site where there is none; the institution's logo stands in for a
    picture."""
    face = face_of(page, request)
    shared = Shared.of(page, request) if page else Shared(face.site_name)
    others = (edition.language.code for edition in face.translations)
    return OpenGraph(
        shared, _picture(shared, face), locale(face.language.code), tuple(map(locale, others))
    )


def locale(code: str) -> str:
    """A language as OpenGraph names it, with the land where most of its readers are."""
    return _LOCALES.get(code) or to_locale(code)


def shared_files(image: AbstractImage | None) -> list[AbstractRendition]:
    """The picture in the sizes of SHARED; none of a drawing, which few other sites draw, nor where
    the file is missing."""
    if image is None or image.is_svg():
        return []
    files = list(get_renditions_or_not_found(image, SHARED).values())
    return files if files[0].width else []


class SharedFile(NamedTuple):
    """A picture's file in one of those sizes."""

    url: str
    width: int
    height: int


def shared_pictures(image: AbstractImage | None) -> tuple[SharedFile, ...]:
    """The same in plain values, kept for a minute under the picture as it was read: three files
    are looked up for each reader, who sees none of them."""
    if image is None:
        return ()
    columns = [image.__dict__.get(field.attname) for field in image._meta.concrete_fields]
    parts = Parts("shared", [str(value) for value in columns])
    return parts.part(
        "files",
        lambda: tuple(SharedFile(f.url, f.width, f.height) for f in shared_files(image)),
    )


def _picture(shared: Shared, face: Face) -> SharedPicture | None:
    for file in shared_pictures(shared.picture)[:1]:
        url = urljoin(face.root_url, file.url)
        return SharedPicture(url, file.width, file.height, shared.alt)
    mark = face.brand.logo or face.brand.emblem
    if mark is None or mark.url.endswith(".svg"):
        return None
    return SharedPicture(urljoin(face.root_url, mark.url), mark.width, mark.height, face.site_name)
