from tests.comments.rules.making import USUAL, examined
from wagtail_prcouncil.comments.rules.no_proof import no_proof
from wagtail_prcouncil.comments.states import Hold


def test_a_proof_that_was_asked_for_and_is_missing() -> None:
    (hit,) = no_proof(examined(sender=USUAL._replace(proof=False)))
    assert hit.code == Hold.NO_PROOF


def test_a_proof_that_came_or_was_not_asked_for() -> None:
    for proof in (True, None):
        assert no_proof(examined(sender=USUAL._replace(proof=proof))) == []
