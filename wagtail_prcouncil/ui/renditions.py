"""The sizes in which pictures are served, shared by templates and by the views that prefetch.

A listing that shows `TEASER` pictures asks for them in one query:
`Prefetch("hero_image", Image.objects.prefetch_renditions(*TEASER.specs))`.
Several widths of each, so that a phone on a slow line loads a small file.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from django.apps import apps
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, Filter
from wagtail.images.shortcuts import get_renditions_or_not_found


@dataclass(frozen=True)
class PictureSize:
    """One use of a picture: Wagtail filter specs, smallest first, and the CSS width it fills.

    All specs of a size have one aspect ratio, or `srcset` would swap one crop for another.
    """

    specs: tuple[str, ...]
    sizes: str

    def html(self, image: AbstractImage, *, alt: str, eager: bool) -> SafeString:
        """`<img>` with a `srcset`. Eager is for the one picture that a page opens with."""
        renditions = list(get_renditions_or_not_found(image, self.filters).values())
        urls = [rendition.url for rendition in renditions]
        return format_html(
            '<img src="{}" srcset="{}" width="{}" height="{}" alt="{}"{}>',
            urls[0],
            ", ".join(f"{url} {r.width}w" for url, r in zip(urls, renditions, strict=True)),
            renditions[0].width,
            renditions[0].height,
            alt,
            _shared_attributes(self.sizes, eager),
        )

    def largest_url(self, image: AbstractImage) -> str:
        """Address of the widest one, for readers who want to look closer."""
        return str(list(get_renditions_or_not_found(image, self.filters).values())[-1].url)

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """The specs as Wagtail reads them. Kept, because each new Filter inspects the signatures
        of the operations it names: for twenty pictures that costs more than all their HTML."""
        return tuple(Filter(spec=spec) for spec in self.specs)


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
    "logo": LOGO,
    "gallery": GALLERY,
    "gallery_wide": GALLERY_WIDE,
}
"""By the name that `{% prc_picture %}` takes."""
