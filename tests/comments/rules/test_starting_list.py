"""The starting list finds what it is for, and leaves alone what ordinary readers write."""

import pytest

from wagtail_prcouncil.comments.actions.ruling import LONGEST_WORDS
from wagtail_prcouncil.comments.rules.finding_words import Automaton, pattern_of, spelled
from wagtail_prcouncil.comments.rules.starting_list import STARTING_LIST
from wagtail_prcouncil.persian.text import canonical, fold

pytestmark = pytest.mark.once

WORDS = [words for kind in STARTING_LIST for words in kind.words]
AUTOMATON = Automaton([pattern_of(words, key) for key, words in enumerate(WORDS)])


def found(text: str) -> list[str]:
    return [WORDS[each.key] for each in AUTOMATON.find(spelled(text))]


def test_each_word_is_there_once_as_it_is_stored() -> None:
    keys = [fold(words).replace(" ", "") for words in WORDS]
    assert len(set(keys)) == len(keys)
    assert all(canonical(words) == words and len(words) <= LONGEST_WORDS for words in WORDS)


@pytest.mark.parametrize(
    "text", ["سایت شـرط بندی", "شرط‌بندي", "وام\u200cفوری", "ک.و.د.ن", "رشوه‌ای"]
)
def test_disguises(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "دزدگیر خودرو را چه کسی نصب می‌کند؟",
        "واکسن آبله مرغان کی می‌رسد؟ من نفهمیدم.",
        "وام ازدواج ما را بدهید؛ ضامن داریم.",
        "به شرط آن که در بندر کار باشد",
        "کسب و کار ما درآمد ندارد و ارز گران است",
        "نقد کودکان و نوجوانان از وقایع استان",
        "خرید بلیت و مدرک تحصیلی",
        "ترانه و رانندگی در باج خراسان",
    ],
)
def test_what_ordinary_readers_write(text: str) -> None:
    assert found(text) == []
