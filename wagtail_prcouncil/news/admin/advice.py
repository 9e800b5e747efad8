"""What an editor may want to put right before an item goes out. It advises and stops nobody."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue, StructValue
from wagtail.images.models import AbstractImage

from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian import proofreading
from wagtail_prcouncil.persian.proofreading import Slip

MOST_WORDS = 5


class Finding(NamedTuple):
    """One thing to look at; `slips` are the first words it is about, where it is about words."""

    kind: str
    sentence: str
    slips: list[Slip]


SENTENCES = {
    "lead": _("There is no lead: lists, feeds and search show the item without a word of it."),
    "alt": _("A picture in the text has no alternative text."),
    "arabic_letters": _("There are letters of an Arabic keyboard."),
    "latin_digits": _("There are numbers in Latin digits."),
    "half_spaces": _("Half-spaces are missing."),
    "quotes": _("Persian words stand between straight quotes."),
}
_PROOFS: dict[str, Callable[[str], list[Slip]]] = {
    "arabic_letters": proofreading.arabic_letters,
    "latin_digits": proofreading.latin_digits,
    "half_spaces": proofreading.missing_half_spaces,
    "quotes": proofreading.straight_quotes,
}


def findings(page: NewsPage) -> list[Finding]:
    """Of an item as it stands in memory: a draft, a preview. Asks the database for nothing that
    the page does not bring."""
    found = []
    if not page.lead.strip():
        found.append(_finding("lead"))
    if any(not alt.strip() for alt in _alternatives(page.body)):
        found.append(_finding("alt"))
    text = "\n".join(words_of(page))
    return found + [
        _finding(kind, slips) for kind, find in _PROOFS.items() if (slips := find(text))
    ]


def words_of(page: NewsPage) -> Iterator[str]:
    """All that readers read, without tags."""
    yield from (page.kicker, page.title, page.deck, page.lead, page.hero_alt, page.hero_caption)
    yield page.update_note
    if page.body:
        for text in page.body.stream_block.get_searchable_content(page.body):
            yield strip_tags(str(text))


def _finding(kind: str, slips: list[Slip] | None = None) -> Finding:
    return Finding(kind, str(SENTENCES[kind]), (slips or [])[:MOST_WORDS])


def _alternatives(value: Any) -> Iterator[str]:
    """The alternative text of each picture in a body, however deep it stands."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from _alternatives(child.value)
    elif isinstance(value, StructValue):
        if "alt" in value and any(isinstance(part, AbstractImage) for part in value.values()):
            yield value["alt"] or ""
        for part in value.values():
            yield from _alternatives(part)
    elif isinstance(value, list | tuple) or hasattr(value, "bound_blocks"):
        for part in value:
            yield from _alternatives(part)
