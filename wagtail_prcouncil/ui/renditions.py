"""The sizes in which pictures are served, shared by templates and by the views that prefetch.

A listing that shows `TEASER` pictures asks for them in one query:
`Prefetch("hero_image", Image.objects.prefetch_renditions(*TEASER.specs))`.
Several widths of each, so that a phone on a slow line loads a small file.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureSize:
    """One use of a picture: Wagtail filter specs, smallest first, and the CSS width it fills.

    All specs of a size have one aspect ratio, or `srcset` would swap one crop for another.
    """

    specs: tuple[str, ...]
    sizes: str


TEASER = PictureSize(
    specs=("fill-240x160|format-webp", "fill-480x320|format-webp", "fill-720x480|format-webp"),
    sizes="(min-width: 48rem) 14rem, 5.5rem",
)
"""Beside a headline in a list."""

CARD = PictureSize(
    specs=TEASER.specs,  # the same files, so one prefetch serves both
    sizes="(min-width: 80rem) 24rem, (min-width: 48rem) 45vw, 92vw",
)
"""Above the headline that opens a column."""

LEAD = PictureSize(
    specs=("fill-480x320|format-webp", "fill-840x560|format-webp", "fill-1200x800|format-webp"),
    sizes="(min-width: 80rem) 43rem, (min-width: 52rem) 56vw, 92vw",
)
"""The front story of a home page."""

STORY = PictureSize(
    specs=("max-480x480|format-webp", "max-840x840|format-webp", "max-1280x1280|format-webp"),
    sizes="(min-width: 48rem) 43rem, 92vw",
)
"""Within an article, uncropped."""

SIZES: dict[str, PictureSize] = {
    "teaser": TEASER,
    "card": CARD,
    "lead": LEAD,
    "story": STORY,
}
"""By the name that `{% prc_picture %}` takes."""
