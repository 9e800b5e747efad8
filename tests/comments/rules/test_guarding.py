"""persian-text-guard as it is installed: what it adds and costs, and that nothing hangs on it."""

import time

import pytest
from hypothesis import given

from tests.comments.rules.test_finding_words import WORD, found
from tests.making import chosen
from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments.rules import guarding
from wagtail_prcouncil.comments.rules.guarding import Guarded, Listed, guarded

pytestmark = pytest.mark.once

LATIN = "kalahbardar"


def seen(text: str, *listed: str, inside: bool = False) -> list[str]:
    own = tuple(Listed(key, words, inside) for key, words in enumerate(listed))
    return [text[each.start : each.end] for each in guarded(text, own) if each.key is not None]


@pytest.mark.parametrize("typed", ["k@lahbardar", "kal4hbard4r", "k*lahbardar", "دز د"])
def test_disguises_that_ours_does_not_see_through(typed: str) -> None:
    text = f"او {typed} است"
    assert seen(text, LATIN, "دزد") == [typed]
    assert found(text, LATIN, "دزد") == []


@pytest.mark.parametrize("typed", ["کلا1هبردار", "کلاهبڕدار", "کل اهبر دار", "کلاهبرداری"])
def test_disguises_that_only_ours_sees_through(typed: str) -> None:
    text = f"او {typed} است"
    assert seen(text, WORD) == []
    assert found(text, WORD) == [typed]


@pytest.mark.parametrize(
    "typed", ["کـلاهـبردار", "کلاه\u200cبردار", "ك.ل.ا.ه.ب.ر.د.ا.ر", "کلا😀هبردار", "کَلاهبَردار"]
)
def test_both_see_the_usual_ones_in_the_same_place(typed: str) -> None:
    text = f"😀 او {typed} است"
    assert seen(text, WORD) == found(text, WORD) == [typed]


def test_words_of_its_own_say_what_kind_they_are() -> None:
    assert guarded("سلام حرامزاده", ()) == [Guarded(5, 13, None, "insult")]
    assert guarded("حرامزاده", (Listed(7, "حرام زاده", False),)) != []


@pytest.mark.parametrize(
    "text", ["ما در خانه بودیم", "دزدگیر خریدم", "آن را نت کردم", "هر کس که آمد", "class"]
)
def test_other_words_are_none(text: str) -> None:
    assert guarded(text, (Listed(1, "مادر", False), Listed(2, "دزد", False))) == []


def test_within_other_words_where_the_rule_says_so() -> None:
    assert seen("xxkalahbardarxx", LATIN) == []
    assert seen("xxkalahbardarxx", LATIN, inside=True) == ["xxkalahbardarxx"]


def test_off_or_not_installed_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with chosen(COMMENTS_TEXT_GUARD=False):
        assert guarded("حرامزاده", ()) == []
    monkeypatch.setattr(guarding, "find_spec", lambda name: None)
    guarding._guard.cache_clear()
    assert guarded("حرامزاده", ()) == []
    guarding._guard.cache_clear()


@given(text=ANY_TEXT)
def test_any_text_has_its_hits_in_it(text: str) -> None:
    places = [(each.start, each.end) for each in guarded(f"{text} حرامزاده {text}", ())]
    assert all(0 <= start < end <= 2 * len(text) + 10 for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize("piece", ["ک.", "k.o.s ", "f*", "ﷺ", "د ز د ", "😀"])
def test_no_text_takes_long(piece: str) -> None:
    """T21: half a millisecond for a usual comment, a fifth of a second for the worst found."""
    guarded("", ())
    start = time.process_time()
    guarded((piece * 3_000)[:3_000], ())
    assert time.process_time() - start < 0.6
