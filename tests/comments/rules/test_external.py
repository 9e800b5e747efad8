"""A site's own checker: what it says is held, and so is whatever it does instead."""

import time
from typing import Any

import pytest

from tests.comments.rules.making import examined
from wagtail_prcouncil.comments.rules import Examined, Hit
from wagtail_prcouncil.comments.rules.external import FAILED, MOST_AT_ONCE, external
from wagtail_prcouncil.comments.states import Hold, Urgency

pytestmark = [
    pytest.mark.once,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]


def sees_water(examined: Examined) -> list[Hit]:
    at = examined.entry.text.index("آب")
    return [Hit(Hold.WORD, start=at, end=at + 2, detail="water", urgency=Urgency.URGENT)]


def says_too_much(examined: Examined) -> list[Hit]:
    return [Hit(Hold.EXTERNAL, start=-5, end=10**9, detail="x" * 100)]


def breaks(examined: Examined) -> list[Hit]:
    raise ZeroDivisionError


def says_nonsense(examined: Examined) -> list[Any]:
    return ["spam"]


def sleeps(examined: Examined) -> list[Hit]:
    time.sleep(0.5)
    return []


def use(settings: Any, name: str, seconds: float = 5) -> None:
    settings.WAGTAIL_PRCOUNCIL = {
        "COMMENTS_CHECKER": f"{__name__}.{name}",
        "COMMENTS_CHECKER_SECONDS": seconds,
    }


def test_none_is_asked_by_default() -> None:
    assert external(examined()) == []


def test_what_it_says_is_held_under_its_own_code(settings: Any) -> None:
    use(settings, "sees_water")
    (hit,) = external(examined("لطفا آب"))
    assert hit == Hit(Hold.EXTERNAL, start=5, end=7, detail="water", urgency=Urgency.URGENT)


def test_what_it_says_fits_into_the_comment(settings: Any) -> None:
    use(settings, "says_too_much")
    (hit,) = external(examined("لطفا آب"))
    assert (hit.start, hit.end, len(hit.detail)) == (0, 7, 40)


@pytest.mark.parametrize("name", ["breaks", "says_nonsense", "is_not_there"])
def test_what_goes_wrong_is_a_hold(name: str, settings: Any) -> None:
    use(settings, name)
    assert external(examined()) == [FAILED]


def test_a_reader_does_not_wait_for_it(settings: Any) -> None:
    use(settings, "sleeps", seconds=0.02)
    start = time.monotonic()
    answers = [external(examined()) for _ in range(MOST_AT_ONCE + 4)]
    assert answers == [[FAILED]] * len(answers)
    assert time.monotonic() - start < 0.5
    time.sleep(0.6)  # for the next tests all places are free again
