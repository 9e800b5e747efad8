"""The sizes in which pictures are served, shared by templates and by the views that prefetch.

A listing that shows `TEASER` pictures asks for them in one query:
`Prefetch("hero_image", Image.objects.prefetch_renditions(*TEASER.specs))`.
Several widths of each, so that a phone on a slow line loads a small file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from django.apps import apps
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

from wagtail_prcouncil.ui.keeping import Parts


class PictureFile(NamedTuple):
    """A picture in one of its sizes, at its address; 0 by 0 where the original is missing."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class PictureSize:
    """One use of a picture: Wagtail filter specs, smallest first, and the CSS width it fills.

    All specs of a size have one aspect ratio, or `srcset` would swap one crop for another.
    """

    specs: tuple[str, ...]
    sizes: str

    def html(self, image: AbstractImage, *, alt: str, eager: bool) -> SafeString:
        """`<img>` with a `srcset`. Eager is for the one picture that a page opens with."""
        files = picture_files(image, self.filters)
        return format_html(
            '<img src="{}" srcset="{}" width="{}" height="{}" alt="{}"{}>',
            files[0].url,
            ", ".join(f"{file.url} {file.width}w" for file in files),
            files[0].width,
            files[0].height,
            alt,
            _shared_attributes(self.sizes, eager),
        )

    def largest_url(self, image: AbstractImage) -> str:
        """Address of the widest one, for readers who want to look closer."""
        return picture_files(image, self.filters)[-1].url

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """The specs as Wagtail reads them. Kept, because each new Filter inspects the signatures
        of the operations it names: for twenty pictures that costs more than all their HTML."""
        return tuple(Filter(spec=spec) for spec in self.specs)


def picture_files(image: AbstractImage, filters: Sequence[Filter]) -> tuple[PictureFile, ...]:
    """In the order of the filters. Files that a list has read come from it; of a picture that is
    read alone they are kept for a minute under its row, or each reader would have them looked
    up."""
    if hasattr(image, "prefetched_renditions"):
        return _made(image, filters)
    columns = [str(image.__dict__.get(field.attname)) for field in image._meta.concrete_fields]
    parts = Parts("files", (columns, [filter_.spec for filter_ in filters]))
    return parts.part("files", lambda: _made(image, filters))


def _made(image: AbstractImage, filters: Sequence[Filter]) -> tuple[PictureFile, ...]:
    found = get_renditions_or_not_found(image, filters).values()
    return tuple(PictureFile(file.url, file.width, file.height) for file in found)


@cache
def _shared_attributes(sizes: str, eager: bool) -> SafeString:
    """What all pictures of a size have in common, a site's own defaults included."""
    when = {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}
    defaults = apps.get_app_config("wagtailimages").default_attrs
    return flatatt(defaults | {"sizes": sizes} | when)


TEASER = PictureSize(
    specs=("fill-240x160|format-webp", "fill-480x320|format-webp"),
    sizes="(min-width: 48rem) 14rem, 5.5rem",
)
"""Beside a headline in a list: sharp with two dots to the pixel, on a phone with four."""

CARD = PictureSize(
    specs=(*TEASER.specs, "fill-720x480|format-webp"),  # one prefetch of these serves both
    sizes="(min-width: 80rem) 24rem, (min-width: 48rem) 45vw, 92vw",
)
"""Above the headline that opens a column."""

LEAD = PictureSize(
    specs=("fill-480x320|format-webp", "fill-840x560|format-webp", "fill-1200x800|format-webp"),
    sizes="(min-width: 80rem) 43rem, (min-width: 52rem) 56vw, 92vw",
)
"""The news item a home page opens with."""

TEXT = PictureSize(
    specs=("max-480x480|format-webp", "max-840x840|format-webp", "max-1280x1280|format-webp"),
    sizes="(min-width: 48rem) 43rem, 92vw",
)
"""Within a news item, uncropped."""

GALLERY = PictureSize(
    specs=("fill-240x180|format-webp", "fill-480x360|format-webp", "fill-720x540|format-webp"),
    sizes="(min-width: 48rem) 14rem, 46vw",
)
"""One picture among others of a gallery."""

GALLERY_WIDE = PictureSize(
    specs=("fill-480x240|format-webp", "fill-840x420|format-webp", "fill-1280x640|format-webp"),
    sizes="(min-width: 48rem) 43rem, 92vw",
)
"""The first picture of a gallery, above the others."""

FACE = PictureSize(
    specs=("fill-80x80|format-webp", "fill-160x160|format-webp"),
    sizes="5rem",
)
"""A person beside a name in a list."""

PORTRAIT = PictureSize(
    specs=("fill-200x250|format-webp", "fill-400x500|format-webp"),
    sizes="10rem",
)
"""A person on a page of his own."""

LOGO = PictureSize(
    # A drawing stays a drawing, in one file.
    specs=("max-128x128|format-webp|preserve-svg", "max-256x256|format-webp|preserve-svg"),
    sizes="6rem",
)
"""An institution's mark beside its name, uncropped."""

SIZES: dict[str, PictureSize] = {
    "teaser": TEASER,
    "card": CARD,
    "lead": LEAD,
    "text": TEXT,
    "face": FACE,
    "portrait": PORTRAIT,
    "logo": LOGO,
    "gallery": GALLERY,
    "gallery_wide": GALLERY_WIDE,
}
"""By the name that `{% prc_picture %}` takes."""
