"""What a body may hold, and how a site adds to it."""

from typing import Any

from wagtail.blocks import Block, StreamBlock

from wagtail_prcouncil.blocks.files import DocumentBlock, MediaBlock
from wagtail_prcouncil.blocks.links import LinkCardBlock
from wagtail_prcouncil.blocks.pictures import FigureBlock, GalleryBlock
from wagtail_prcouncil.blocks.tables import TableBlock
from wagtail_prcouncil.blocks.words import WORDS, HeadingBlock, ParagraphBlock, QuoteBlock


class BodyBlock(StreamBlock):
    """What the body of a news item may hold; a site extends it without a migration (A5).

    There is no block for players or maps of other hosts: they would tell their owners who reads
    what a ministry writes. docs/extending.md shows how a site adds one that wants it.
    """

    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=WORDS)
    quote = QuoteBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    media = MediaBlock()
    document = DocumentBlock()
    link_card = LinkCardBlock()
    table = TableBlock()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _bodies.append(self)


_bodies: list[BodyBlock] = []
"""All there are: one for each field. They are made with the models and stay."""


def add_body_block(name: str, block: Block) -> None:
    """Offers `block` in all bodies, as a site does in `AppConfig.ready()`.

    The name is stored with each block in use, so it is not to be changed later. One that a body
    has already is a ValueError; the same block again is not.
    """
    for known in (BodyBlock.base_blocks, *(body.child_blocks for body in _bodies)):
        if known.get(name, block) is not block:
            raise ValueError(f"Bodies have a block of the name {name!r} already.")
    block.set_name(name)
    BodyBlock.base_blocks[name] = block
    for body in _bodies:
        body.child_blocks[name] = block
