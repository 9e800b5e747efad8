"""What the text of a charter is made of: clauses in up to three levels, appendices, references."""

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, RegexBlock, StreamBlock, StructBlock, URLBlock
from wagtail.documents.blocks import DocumentChooserBlock

from wagtail_prcouncil.blocks.words import WORDS, LineBlock, ParagraphBlock

LONGEST_LABEL = 60
ANCHOR = r"\A[a-z]+_[0-9]+[a-z]*(?:__[a-z]+_[0-9]+[a-z]*)*\Z"
"""As an eId of Akoma Ntoso: `art_3`, `art_3__para_2`."""
is_anchor = RegexValidator(ANCHOR)


class AnchorBlock(RegexBlock):
    """Where links to a clause point: in no language, given once, and kept when clauses are
    renumbered. Empty for a new clause: saving gives it one (`anchors`)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(regex=ANCHOR, required=False, max_length=80, **kwargs)
        self.field.widget.attrs.update({"dir": "ltr", "readonly": "", "tabindex": "-1"})

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """None: translators see no anchor (wagtail-localize)."""
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value


class _Provision(StructBlock):
    """What every numbered unit has. `label` is printed as it stands («مادهٔ ۳»)."""

    anchor = AnchorBlock(label=_("Anchor"))
    label = LineBlock(label=_("Label"), required=False, max_length=LONGEST_LABEL)
    heading = LineBlock(label=_("Heading"), required=False, max_length=200)
    text = ParagraphBlock(label=_("Text"), required=False, features=WORDS)
    note = ParagraphBlock(label=_("Note"), required=False, features=WORDS)
    rationale = ParagraphBlock(label=_("Rationale"), required=False, features=WORDS)
    is_measurable = BooleanBlock(
        label=_("Measurable"),
        required=False,
        help_text=_("Agencies are reviewed every year on whether they keep to it."),
    )


class SubclauseBlock(_Provision):
    """The third level, the last."""

    class Meta:
        label = _("Subclause")
        icon = "list-ul"


class SubclausesBlock(StreamBlock):
    clause = SubclauseBlock()


class PartBlock(_Provision):
    """The second level."""

    parts = SubclausesBlock(label=_("Subclauses"), required=False)

    class Meta:
        label = _("Part")
        icon = "list-ul"


class PartsBlock(StreamBlock):
    clause = PartBlock()


class ClauseBlock(_Provision):
    """ماده، بند، اصل: a numbered unit of the first level."""

    parts = PartsBlock(label=_("Parts"), required=False)

    class Meta:
        label = _("Clause")
        icon = "list-ol"


class ClausesBlock(StreamBlock):
    """All clauses; a site extends it without a migration (A5)."""

    clause = ClauseBlock()


class AppendixBlock(StructBlock):
    """پیوست."""

    title = LineBlock(label=_("Title"), max_length=200)
    text = ParagraphBlock(label=_("Text"), required=False, features=WORDS)
    document = DocumentChooserBlock(label=_("Document"), required=False)

    class Meta:
        label = _("Appendix")
        icon = "doc-full"


class AppendicesBlock(StreamBlock):
    appendix = AppendixBlock()


class ReferenceBlock(StructBlock):
    """A law or a decree that the text rests on."""

    title = LineBlock(label=_("Title"), max_length=300)
    url = URLBlock(label=_("Address"), required=False)

    class Meta:
        label = _("Legal reference")
        icon = "link"


class ReferencesBlock(StreamBlock):
    reference = ReferenceBlock()
