"""T16, T17, T21: a listed word is found however it is typed, and no other is taken for it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments.rules.finding_words import Automaton, pattern_of, spelled

pytestmark = pytest.mark.once

WORD = "کلاهبردار"


def found(text: str, *listed: str, inside: bool = False, strict: bool = False) -> list[str]:
    patterns = [
        pattern_of(words, key, inside=inside, strict=strict) for key, words in enumerate(listed)
    ]
    return [text[each.start : each.end] for each in Automaton(patterns).find(spelled(text))]


@pytest.mark.parametrize(
    "typed",
    [
        "کـلاهـبردار",
        "کلاه\u200cبردار",
        "کلاه\u200dبردار",
        "کلاه\u200bبردار",
        "کلاه\u00adبردار",
        "کلاه\u2060بردار",
        "كلاهبردار",
        "ڪلاهبردار",
        "کلاہبردار",
        "کلاھبردار",
        "کلاەبردار",
        "کلاهبڕدار",
        "ﻛﻼﻫﺒﺮﺩﺍﺭ",
        "کَلاهبَردار",
        "ک" + "\u0651" * 50 + "لاهبردار",
        "ک ل ا ه ب ر د ا ر",
        "ک.ل.ا.ه.ب.ر.د.ا.ر",
        "ک_ل_ا_ه_ب_ر_د_ا_ر",
        "ک\nل\nا\nه\nب\nر\nد\nا\nر",
        "ک  ل-ا*ه/ب ر|د ا ر",
        "کلاااااهبردار",
        "ککلاهبردددار",
        "کلا\u2068هبر\u2069دار",
        "کلا\U000e0041هبردار",
        "کلا😀هبردار",
        "کلا\ufe0fهبردار",
        "کلا1هبردار",
        "کلا۱۲هبردار",
        "کلاه بردار",
        "کلا هبر دار",
        "کلاهبرداری",
        "کلاهبردارها",
        "کلاهبردارهای",
        "کلاهبرداران",
        "کلاهبردارند",
        "کلاهبردارتون",
    ],
)
def test_a_word_in_disguise(typed: str) -> None:
    """The evasions of the list, and the usual endings; the hit is on all of the word."""
    assert found(f"او {typed} است", WORD) == [typed]


@pytest.mark.parametrize(
    "typed", ["دز1د", "د ز د", "د.ز.د", "دز\u200cد", "دزدد", "دزدی", "دزدها", "دزدو"]
)
def test_a_short_word_in_disguise(typed: str) -> None:
    assert found(f"این {typed} را بگیرید", "دزد") == [typed]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("دزدگیر خریدم", "دزد"),
        ("بود زد و رفت", "دزد"),
        ("ما در خانه بودیم", "مادر"),
        ("نامادری", "مادر"),
        ("خرید کردم", "خر"),
        ("آخر هفته", "خر"),
        ("بدکاری", "کار"),
    ],
)
def test_other_words_are_none(text: str, word: str) -> None:
    assert found(text, word) == []


def test_a_word_within_others() -> None:
    assert found("دزدگیر و راهزن‌دزد", "دزد", inside=True) == ["دزد", "دزد"]
    assert found("بود زد و رفت", "دزد", inside=True) == []


def test_gaps_of_the_list_may_be_there_or_not() -> None:
    for text in ("بی شرف", "بیشرف", "بی‌شرف", "بی.شرف"):
        assert found(text, "بی شرف") == [text]
    assert found("بی شرف", "بیشرف") == []  # so short a word is not looked for across words


def test_an_exception_is_found_as_it_is_listed() -> None:
    listed = "بد کار"
    assert found("کار بد کار شد", listed, strict=True) == ["بد کار"]
    assert found("بدکار", listed, strict=True) == []


def test_latin_words_and_their_disguises() -> None:
    for text in ("kalahbardar", "KALAHBARDAR", "kаlаhbаrdаr", "kalah bardar", "kalahbardarha"):
        assert found(text, "kalahbardar") == [text]
    assert found("class", "ass") == []


def test_many_words_at_once_also_those_within_one_another() -> None:
    assert sorted(found("کلاهبردار بردار کلاه", "کلاه", "بردار", WORD, inside=True)) == sorted(
        ["کلاه", WORD, "بردار", "بردار", "کلاه"]
    )


def test_an_empty_list_finds_nothing() -> None:
    assert found("هر چه", "", "ـ", "۱۲") == []


@given(text=ANY_TEXT, noise=st.lists(st.sampled_from("ـ\u200c\u200b.😀1\u064e_"), max_size=8))
def test_any_string_beside_a_disguised_word(text: str, noise: list[str]) -> None:
    typed = "".join(
        sign + (noise[at % len(noise)] if noise else "") for at, sign in enumerate(WORD[:-1])
    )
    whole = f"{text} {typed}{WORD[-1]} {text}"
    hits = found(whole, WORD)
    assert f"{typed}{WORD[-1]}" in hits or any(WORD[-1] in hit for hit in hits)


@pytest.mark.parametrize("piece", ["دزد ", "د ز د ", "ا", "هی", "کلاهبردار", "ک.", "\u0651", "a"])
def test_no_text_takes_long(piece: str) -> None:
    """T21: the time of one text beside 2,000 listed words."""
    letters = "ابپتجدرزسشکلمنوهی"
    listed = [a + b + c for a in letters for b in letters for c in letters][:2_000]
    automaton = Automaton([pattern_of(words, key) for key, words in enumerate([*listed, WORD])])
    start = time.process_time()
    list(automaton.find(spelled((piece * 3_000)[:3_000])))
    assert time.process_time() - start < 0.1
