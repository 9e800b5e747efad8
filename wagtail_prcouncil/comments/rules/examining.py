"""All rules, one after the other, and what they come to."""

from itertools import islice

from wagtail_prcouncil.comments.rules.banned import banned
from wagtail_prcouncil.comments.rules.decoy import decoy
from wagtail_prcouncil.comments.rules.external import external
from wagtail_prcouncil.comments.rules.findings import Examined, Opinion, Rule
from wagtail_prcouncil.comments.rules.language import language, seems
from wagtail_prcouncil.comments.rules.link import link
from wagtail_prcouncil.comments.rules.many import many
from wagtail_prcouncil.comments.rules.no_proof import no_proof
from wagtail_prcouncil.comments.rules.personal_data import personal_data
from wagtail_prcouncil.comments.rules.repeated import repeated
from wagtail_prcouncil.comments.rules.reserved_name import reserved_name
from wagtail_prcouncil.comments.rules.too_fast import too_fast
from wagtail_prcouncil.comments.rules.words import words
from wagtail_prcouncil.comments.states import Urgency

RULES: tuple[Rule, ...] = (
    words,
    personal_data,
    reserved_name,
    link,
    language,
    repeated,
    banned,
    many,
    decoy,
    too_fast,
    no_proof,
    external,
)
"""In the order in which moderators read what they say."""

MOST_HITS = 50
"""Of one rule on one comment; nobody reads more, and each is a row."""


def examine(examined: Examined) -> Opinion:
    """What all rules say of a comment: the most urgent wins, and LATER only where nothing else is
    urgent. Six queries at most."""
    hits = [hit for rule in RULES for hit in islice(rule(examined), MOST_HITS)]
    urgencies = {hit.urgency for hit in hits} - {Urgency.NORMAL}
    return Opinion(hits, min(urgencies, default=Urgency.NORMAL), seems(examined))
