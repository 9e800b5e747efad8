"""Blocks of pictures, each with what a reader who cannot see it is told."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock, StructValue
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import AbstractImage

from wagtail_prcouncil.blocks.words import PREVIEW, LineBlock

PICTURES = _("Pictures and sound")
"""The group in which the chooser lists these blocks."""


def newest_pictures(most: int) -> list[AbstractImage]:
    """For previews: one's own library says most about how a block will look."""
    return list(get_image_model()._default_manager.order_by("-pk")[:most])


class PictureChooserBlock(ImageChooserBlock):
    """A picture of the library. All of a body come in two queries, however many there are."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[AbstractImage | None]:
        pictures = super().bulk_to_python(values)
        # Whole, and not the widths that a template will ask for: those are known to the face only,
        # and Wagtail looks through what was fetched before it asks the database again.
        prefetch_related_objects([picture for picture in pictures if picture], "renditions")
        return pictures


class FigureBlock(StructBlock):
    """A picture inside a body."""

    image = PictureChooserBlock(label=_("Picture"))
    alt = LineBlock(
        label=_("Alternative text"),
        max_length=200,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    caption = LineBlock(label=_("Caption"), max_length=250, required=False)
    credit = LineBlock(
        label=_("Credit"),
        max_length=120,
        required=False,
        help_text=_("Printed as written, for example: «عکس: …»"),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        group = PICTURES
        template = "prcouncil_ui/blocks/figure.html"
        preview_template = PREVIEW

    def get_preview_value(self) -> StructValue:
        picture = next(iter(newest_pictures(1)), None)
        return self.normalize(
            {"image": picture, "alt": "", "caption": "سد نمونه در پایان آبان.", "credit": ""}
        )


class GalleryPictureBlock(StructBlock):
    """One picture among others."""

    image = PictureChooserBlock(label=_("Picture"))
    alt = LineBlock(
        label=_("Alternative text"),
        max_length=200,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    caption = LineBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        label_format = "{alt}"


class GalleryBlock(StructBlock):
    """Pictures of one occasion. The first is shown wide; each leads to itself, larger."""

    pictures = ListBlock(GalleryPictureBlock(), label=_("Pictures"), min_num=1)
    caption = LineBlock(label=_("Caption of all"), max_length=250, required=False)
    credit = LineBlock(label=_("Credit"), max_length=120, required=False)

    class Meta:
        icon = "copy"
        label = _("Gallery")
        description = _("Pictures of one occasion. The first is shown wide.")
        group = PICTURES
        template = "prcouncil_ui/blocks/gallery.html"
        preview_template = PREVIEW

    def get_preview_value(self) -> StructValue:
        return self.normalize(
            {
                "pictures": [{"image": image, "alt": ""} for image in newest_pictures(4)],
                "caption": "گزارش تصویری از آیین گشایش.",
                "credit": "",
            }
        )
