"""The blocks an editor builds a body from. Their templates lie with the face (`ui`)."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
)
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from wagtail_prcouncil.persian.text import canonical

PREVIEW = "prcouncil_ui/blocks/preview.html"
WORDS = ["bold", "link", "document-link", "ol", "ul"]


class CanonicalWords:
    """Mixed into a block of words: what is stored has Persian letters and tidy half-spaces."""

    def get_prep_value(self, value: Any) -> Any:
        stored = super().get_prep_value(value)
        return canonical(stored) if isinstance(stored, str) else stored


class LineBlock(CanonicalWords, CharBlock):
    """One line of words."""


class WordsBlock(CanonicalWords, TextBlock):
    """Several lines of words."""


class HeadingBlock(CanonicalWords, CharBlock):
    """A heading inside a body: the second level of the page."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "prcouncil_ui/blocks/heading.html"
        preview_template = PREVIEW
        preview_value = "چه چیزی عوض می‌شود؟"


class ParagraphBlock(CanonicalWords, RichTextBlock):
    """Running text with bold, links and lists; no colours, no sizes."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "prcouncil_ui/blocks/paragraph.html"
        preview_template = PREVIEW
        preview_value = "<p>هر طرح یک صفحه دارد: چه چیزی ساخته می‌شود و برای چه کسانی.</p>"


class FigureBlock(StructBlock):
    """A picture inside a body, with what a reader who cannot see it is told."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = LineBlock(label=_("Alternative text"), max_length=200)
    caption = LineBlock(label=_("Caption"), max_length=250, required=False)
    credit = LineBlock(label=_("Credit"), max_length=120, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "prcouncil_ui/blocks/figure.html"
        preview_template = PREVIEW

    def get_preview_value(self) -> StructValue:
        """The picture that was added last: a preview of one's own library says most."""
        picture = get_image_model()._default_manager.order_by("-pk").first()
        return self.normalize(
            {"image": picture, "alt": "", "caption": "سد نمونه در پایان آبان.", "credit": ""}
        )


class QuoteBlock(StructBlock):
    """Somebody's words, set apart, with who said them."""

    text = WordsBlock(label=_("Words"))
    attribution = LineBlock(label=_("Who said it"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "prcouncil_ui/blocks/quote.html"
        preview_template = PREVIEW
        preview_value = {
            "text": "«گزارشی که مردم نفهمند، گزارش نیست.»",
            "attribution": "دبیر شورا",
        }


class BodyBlock(StreamBlock):
    """What the body of a news page may hold; a site extends it without a migration (A5)."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=WORDS)
    figure = FigureBlock()
    quote = QuoteBlock()
