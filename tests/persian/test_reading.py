import pytest
from hypothesis import given

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.reading import reading_minutes, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" … – « » ", 0),
        ("روابط‌عمومی‌ها می‌نویسند", 2),
        ("روابط عمومی", 2),
        ("خبر،گزارش؛یادداشت.", 3),
        ("۱٬۲۳۴٫۵ ریال در ۱۴۰۱/۵/۲۳", 4),
        ("«کار» (Press-Room)\nنوشت:", 3),
    ],
)
def test_word_count(text: str, words: int) -> None:
    assert word_count(text) == words


def test_minutes_are_rounded_up_and_at_least_one() -> None:
    assert reading_minutes("") == 1
    assert reading_minutes("خبر " * 200) == 1
    assert reading_minutes("خبر " * 201) == 2
    assert reading_minutes("خبر " * 201, words_per_minute=100) == 3


def test_no_reader_stands_still() -> None:
    with pytest.raises(PersianError) as raised:
        reading_minutes("خبر", words_per_minute=0)
    assert raised.value.code == "impossible_speed"


@given(ANY_TEXT)
def test_never_more_words_than_characters(text: str) -> None:
    assert 0 <= word_count(text) <= len(text)
