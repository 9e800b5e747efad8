from tests.comments.rules.making import USUAL, examined
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.decoy import decoy
from wagtail_prcouncil.comments.states import Hold, Urgency


def test_a_filled_decoy_puts_a_comment_behind_the_others() -> None:
    (hit,) = decoy(examined(sender=USUAL._replace(decoy=True)))
    assert (hit.code, hit.field, hit.urgency) == (
        Hold.DECOY,
        RuleHit.Field.SENDER,
        Urgency.LATER,
    )
    assert decoy(examined()) == []
