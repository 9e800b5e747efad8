"""Blocks of words: headings, running text, somebody's words."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, TextBlock

from wagtail_prcouncil.persian.text import canonical

PREVIEW = "prcouncil_ui/blocks/preview.html"


class Features(list[str]):
    """What an editor of rich text offers, one list for all fields and blocks that name it: the
    copies that Wagtail makes of blocks hold the same one."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "Features":
        return self


WORDS = Features(["bold", "link", "document-link", "ol", "ul"])
"""What running text may hold: no colours, no sizes, no headings of another level."""

TEXT = _("Text and quotations")
"""The group in which the chooser lists these blocks."""


def add_link_type(feature: str) -> None:
    """Offers a feature of Wagtail's editor wherever running text may hold links, as an app does in
    `AppConfig.ready()` that has registered it (`register_rich_text_features`)."""
    if feature not in WORDS:
        WORDS.insert(WORDS.index("document-link") + 1, feature)


class CanonicalWords:
    """Mixed into a block of words: what is stored has Persian letters and tidy half-spaces."""

    def get_prep_value(self, value: Any) -> Any:
        stored = super().get_prep_value(value)
        return canonical(stored) if isinstance(stored, str) else stored


class LineBlock(CanonicalWords, CharBlock):
    """One line of words, typed in the direction of its first letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.widget.attrs.setdefault("dir", "auto")
        if self.meta.label:  # in a stream and in a table Wagtail draws no <label>
            self.field.widget.attrs.setdefault("aria-label", self.meta.label)


class WordsBlock(CanonicalWords, TextBlock):
    """Several lines of words."""

    @cached_property
    def field(self) -> forms.Field:
        field = super().field
        field.widget.attrs.setdefault("dir", "auto")
        return field


class HeadingBlock(LineBlock):
    """A heading inside a body: the second level of the page."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = TEXT
        template = "prcouncil_ui/blocks/heading.html"
        preview_template = PREVIEW
        preview_value = "چه چیزی عوض می‌شود؟"


class ParagraphBlock(CanonicalWords, RichTextBlock):
    """Running text with bold, links and lists; no colours, no sizes."""

    @cached_property
    def field(self) -> forms.Field:
        """With a name for Wagtail's editor: it is no form control, so that no <label> names it."""
        field = super().field
        options = getattr(field.widget, "options", None)
        if isinstance(options, dict):  # Draftail's; a site may have put another in its place
            options.setdefault("ariaLabel", self.label)
        return field

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = TEXT
        template = "prcouncil_ui/blocks/paragraph.html"
        preview_template = PREVIEW
        preview_value = "<p>هر طرح یک صفحه دارد: چه چیزی ساخته می‌شود و برای چه کسانی.</p>"


class QuoteBlock(StructBlock):
    """Somebody's words, pulled out of the text and set apart, with who said them."""

    text = WordsBlock(label=_("Words"))
    attribution = LineBlock(label=_("Who said it"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        description = _("Somebody's words, pulled out of the text and set apart.")
        group = TEXT
        template = "prcouncil_ui/blocks/quote.html"
        preview_template = PREVIEW
        preview_value = {
            "text": "«گزارشی که مردم نفهمند، گزارش نیست.»",
            "attribution": "دبیر شورا",
        }
