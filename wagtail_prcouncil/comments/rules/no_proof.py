"""A site may ask browsers for a proof of work. A reader without scripts has none, and is held, not
shut out."""

from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold


def no_proof(examined: Examined) -> list[Hit]:
    """Says nothing where the site asks for none."""
    if examined.sender.proof is not False:
        return []
    return [Hit(Hold.NO_PROOF, RuleHit.Field.SENDER)]
