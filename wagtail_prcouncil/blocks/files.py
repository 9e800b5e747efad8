"""Blocks of files: documents to take along, and films and sound of one's own.

Players of other hosts have no place here: a reader's browser asks nobody but the ministry.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument

from wagtail_prcouncil.blocks.pictures import PICTURES, PictureChooserBlock, newest_pictures
from wagtail_prcouncil.blocks.words import PREVIEW, WORDS, LineBlock, ParagraphBlock

FILES = _("Files and links")
"""The group in which the chooser lists these blocks."""

VIDEO = {"mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg"}
AUDIO = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "flac": "audio/flac",
}
"""Ending of a file → what a browser is told. What current browsers play without help."""


def ending(document: AbstractDocument) -> str:
    """`PDF` of `گزارش.PDF`, in small letters."""
    return str(document.file_extension).lower()


def newest_document(*endings: str) -> AbstractDocument | None:
    """For previews: the newest document with one of these endings, or with any."""
    documents = get_document_model()._default_manager.order_by("-pk")[:100]
    return next((one for one in documents if not endings or ending(one) in endings), None)


class DocumentBlock(StructBlock):
    """A document to take along, with its kind and size."""

    document = DocumentChooserBlock(label=_("Document"))
    title = LineBlock(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Left empty, the document's own."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to take along, with its kind and size.")
        group = FILES
        template = "prcouncil_ui/blocks/document.html"
        preview_template = PREVIEW

    def get_preview_value(self) -> StructValue:
        return self.normalize({"document": newest_document(), "title": "متن کامل گزارش"})

    def get_searchable_content(self, value: StructValue) -> list[str]:
        document = value.get("document")
        own = [] if value.get("title") or not document else [document.title]
        return [*super().get_searchable_content(value), *own]


class MediaValue(StructValue):
    """A film or a recording."""

    @property
    def is_video(self) -> bool:
        return bool(self["file"]) and ending(self["file"]) in VIDEO

    @property
    def content_type(self) -> str:
        """What the browser is told; empty for a file that none plays."""
        return (VIDEO | AUDIO).get(ending(self["file"]), "") if self["file"] else ""


class MediaBlock(StructBlock):
    """A film or a recording of one's own, with its words for those who do not hear."""

    file = DocumentChooserBlock(
        label=_("Film or sound"),
        help_text=format_lazy(
            _("A document that ends in one of: {endings}."), endings=", ".join([*VIDEO, *AUDIO])
        ),
    )
    title = LineBlock(label=_("Title"), max_length=200)
    poster = PictureChooserBlock(
        label=_("Poster"), required=False, help_text=_("Shown until a film is started.")
    )
    captions = DocumentChooserBlock(
        label=_("Captions"),
        required=False,
        help_text=_("A document that ends in .vtt, with what is heard in a film."),
    )
    transcript = ParagraphBlock(
        label=_("Transcript"), features=WORDS, help_text=_("All that is said, and who says it.")
    )

    class Meta:
        icon = "media"
        label = _("Film or sound")
        description = _("A file of one's own, with a poster and all that is said.")
        group = PICTURES
        template = "prcouncil_ui/blocks/media.html"
        preview_template = PREVIEW
        value_class = MediaValue

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        errors = {}
        if cleaned["file"] and not cleaned.content_type:
            errors["file"] = ValidationError(
                _("Browsers do not play .%(ending)s files."),
                code="kind",
                params={"ending": ending(cleaned["file"])},
            )
        if cleaned["captions"] and ending(cleaned["captions"]) != "vtt":
            errors["captions"] = ValidationError(_("Captions end in .vtt."), code="kind")
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_preview_value(self) -> StructValue:
        return self.normalize(
            {
                "file": newest_document(*VIDEO, *AUDIO),
                "title": "گفت‌وگو با دبیر شورا",
                "poster": next(iter(newest_pictures(1)), None),
                "captions": None,
                "transcript": "<p>دبیر شورا: از این پس هر طرح یک صفحه دارد.</p>",
            }
        )

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Captions are in the language of the page that shows them."""
        context = super().get_context(value, parent_context)
        page = context.get("page")
        return context | {"language": page.locale.language_code if page else ""}
