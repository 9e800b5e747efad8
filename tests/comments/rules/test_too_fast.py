from tests.comments.rules.making import USUAL, examined
from wagtail_prcouncil.comments.rules.too_fast import FASTEST, too_fast
from wagtail_prcouncil.comments.states import Hold


def test_nobody_writes_within_three_seconds() -> None:
    (hit,) = too_fast(examined(sender=USUAL._replace(seconds=FASTEST - 0.1)))
    assert hit.code == Hold.TOO_FAST
    assert too_fast(examined(sender=USUAL._replace(seconds=FASTEST))) == []
