"""A comment as rules see it, and what they say of it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from wagtail_prcouncil.comments.models import RuleHit, Thread
from wagtail_prcouncil.comments.states import Hold, Script, Urgency


class Sender(NamedTuple):
    """Of whom sends it, all that is known: keyed hashes of his network and mail addresses, how many
    seconds he took, whether the decoy was filled in, whether a proof of work came with it."""

    address_hash: str = ""
    email_hash: str = ""
    seconds: float = 0.0
    decoy: bool = False
    proof: bool | None = None
    """None where the site asks for none."""


class Entry(NamedTuple):
    """What was filled in, cleaned: one line for the name, canonical text."""

    name: str
    text: str
    email: str = ""
    raw_text: str = ""
    """As it was sent; what a text is written in is told by letters that cleaning changes."""


class Examined(NamedTuple):
    """All that rules may look at. `folded` is `persian.text.fold` of the text."""

    entry: Entry
    sender: Sender
    thread: Thread
    folded: str

    def words(self) -> Iterator[tuple[RuleHit.Field, str]]:
        """Each field that readers will read, with what stands in it."""
        yield RuleHit.Field.NAME, self.entry.name
        yield RuleHit.Field.TEXT, self.entry.text


class Hit(NamedTuple):
    """What a rule saw: characters `start` to `end` of the field, both 0 for the whole."""

    code: Hold
    field: RuleHit.Field = RuleHit.Field.TEXT
    start: int = 0
    end: int = 0
    detail: str = ""
    urgency: Urgency = Urgency.NORMAL
    word_rule_id: int | None = None
    rule_version: int = 1


class Opinion(NamedTuple):
    """What all rules together say."""

    hits: list[Hit]
    urgency: Urgency
    script: Script


Rule = Callable[[Examined], list[Hit]]
