"""What minutes are made of."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, StreamBlock, StructBlock

from wagtail_prcouncil.blocks.files import DocumentBlock
from wagtail_prcouncil.blocks.tables import TableBlock
from wagtail_prcouncil.blocks.words import WORDS, LineBlock, ParagraphBlock
from wagtail_prcouncil.meetings.states import Visibility

LONGEST_HEADING = 330
"""The label of an item and its title."""


def _visibility() -> ChoiceBlock:
    """What somebody adds is for members until he says otherwise: forgotten, it harms nobody."""
    return ChoiceBlock(
        label=_("Who reads it"), choices=Visibility.choices, default=Visibility.MEMBERS
    )


class SectionBlock(StructBlock):
    """A heading and what is said below it: an item of the agenda as a rule."""

    heading = LineBlock(label=_("Title of the passage"), required=False, max_length=LONGEST_HEADING)
    text = ParagraphBlock(label=_("Text"), required=False, features=WORDS)
    visibility = _visibility()

    class Meta:
        label = _("Passage")
        icon = "doc-full"
        template = "prcouncil_meetings/blocks/section.html"


class MinutesTableBlock(TableBlock):
    """A table in minutes: who came, as a rule."""

    visibility = _visibility()

    class Meta:
        label = _("Table")


class MinutesDocumentBlock(DocumentBlock):
    """A document beside the minutes. Whoever knows its address reads it: nothing closed."""

    visibility = _visibility()

    class Meta:
        label = _("Document")


class MinutesBlock(StreamBlock):
    """The body of minutes; a site extends it without a migration (A5)."""

    section = SectionBlock()
    table = MinutesTableBlock()
    document = MinutesDocumentBlock()
