from tests.comments.rules.making import examined
from wagtail_prcouncil.comments.models import RuleHit


def test_the_words_that_readers_will_read() -> None:
    assert list(examined("متن", name="نام").words()) == [
        (RuleHit.Field.NAME, "نام"),
        (RuleHit.Field.TEXT, "متن"),
    ]
