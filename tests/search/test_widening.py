"""Bounds of a crafted query, and the splits and joins that are and are not tried."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from modelsearch.query import Or, Phrase, PlainText
from wagtail.models import Page

from tests.search.writing import titles, write
from wagtail_prcouncil.search.widening import (
    LONGEST_WORD,
    MOST_SPLITS,
    MOST_WORDS,
    Spelled,
    widen,
)


def spellings(text: str) -> set[str]:
    asked = widen(PlainText(text))
    assert isinstance(asked, Spelled)
    return {" ".join(spelling.words) for choice in asked.choices for spelling in choice}


def test_neighbours_are_also_looked_for_joined() -> None:
    assert spellings("روابط عمومي") >= {"روابط", "عمومی", "روابطعمومی"}


def test_short_neighbours_are_not_joined() -> None:
    assert "مادر" not in spellings("ما در")
    assert "میرود" in spellings("می رود")


def test_a_half_space_joins_however_short_the_word() -> None:
    assert "هماو" not in spellings("هم او")
    assert "هماو" in spellings("هم\u200cاو")


def test_a_long_word_is_also_looked_for_in_two() -> None:
    assert "وزارت کار" in spellings("وزارتکار")
    assert "مادر ان" not in spellings("مادران")
    assert spellings("public") == {"public"}


@pytest.mark.parametrize(
    "text",
    [
        "روابطعمومیوزارتخانه " * 500,
        "ابپت" * 6 + " " + "جچحخ" * 6,
        "ا" * 1_000_000,
        "\u200c".join("ابپتثجچحخد" * 1000),
        "ﷺ" * 5000,
        "و".join("ابپت" for _ in range(5000)),
        " ".join("میتر" for _ in range(5000)),
    ],
)
def test_a_crafted_query_asks_for_a_bounded_number_of_spellings(text: str) -> None:
    for query in (PlainText(text), Phrase(text)):
        asked = widen(query)
        assert isinstance(asked, Spelled)
        assert len(asked.choices) <= MOST_WORDS
        assert sum(map(len, asked.choices)) <= MOST_SPLITS + 8 * MOST_WORDS
        words = [word for choice in asked.choices for one in choice for word in one.words]
        assert max(map(len, words)) <= 3 * LONGEST_WORD


def test_a_query_of_too_many_parts_asks_for_nothing() -> None:
    assert widen(Or([PlainText("خبر")] * 1000)) is None
    assert widen(Or([PlainText("خبر")] * 10)) is not None


@pytest.mark.django_db
def test_a_crafted_query_is_answered_in_time() -> None:
    write([f"وزارت کار روابط عمومی {number}" for number in range(300)])
    started = time.monotonic()
    hard = " ".join(["وزارتکارروابطعمومی", "روابطعمومیوزارتکار"] * 20)
    for query in (
        hard,
        "x" * 1_000_000,
        "وزارت " * 100_000,
        "\u200c" * 100_000,
        "'|&!:*()<->" * 999,
    ):
        list(Page.objects.search(query)[:20])
        list(Page.objects.autocomplete(query)[:20])
    assert time.monotonic() - started < 10


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "خبر' OR 1=1 --",
        'خبر" NEAR "x',
        "خبر & !ورزش",
        "خبر:* | x",
        "خبر\\",
        "{title} : خبر",
        "خبر*",
    ],
)
def test_the_notation_of_a_database_is_only_text(query: str) -> None:
    write(["خبر ورزشی", "چیز دیگر"])
    assert titles(Page.objects.search(query)) <= {"خبر ورزشی"}
    assert titles(Page.objects.autocomplete(query)) <= {"خبر ورزشی"}


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_asked_for_or_has_no_word(text: str) -> None:
    asked = widen(PlainText(text))
    assert asked is None or isinstance(asked, Spelled)
