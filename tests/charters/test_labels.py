"""Labels are proposed in order and never change by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.charters.labels import (
    HIGHEST,
    Labelled,
    Scheme,
    Style,
    placed,
    proposed,
    schemes,
    schemes_of,
    usual,
)
from wagtail_prcouncil.persian.text import canonical

ARTICLES = usual(is_persian=True)


@pytest.mark.parametrize(
    ("scheme", "number", "label"),
    [
        (Scheme("ماده", Style.FIGURES), 12, "مادهٔ ۱۲"),
        (Scheme("تبصره", Style.FIGURES), 1, "تبصرهٔ ۱"),
        (Scheme("اصل", Style.ORDINALS), 1, "اصل نخست"),
        (Scheme("اصل", Style.ORDINALS), 23, "اصل بیست‌وسوم"),
        (Scheme("محور", Style.ORDINALS), 8, "محور هشتم"),
        (Scheme("", Style.LETTERS), 1, "الف"),
        (Scheme("", Style.LETTERS), 3, "پ"),
        (Scheme("بند", Style.LETTERS), 32, "بند ی"),
        (Scheme("", Style.LETTERS), 33, "الف‌الف"),
        (Scheme("", Style.FIGURES), 4, "۴"),
        (Scheme("Article", Style.FIGURES, is_persian=False), 4, "Article 4"),
        (Scheme("", Style.LETTERS, is_persian=False), 27, "aa"),
    ],
)
def test_labels_of_all_sorts_are_written_and_read_back(
    scheme: Scheme, number: int, label: str
) -> None:
    assert scheme.label(number) == label == canonical(label)
    assert scheme.number_in(f" {label} ") == number


def test_no_scheme_gives_two_clauses_one_label() -> None:
    for scheme in (*schemes(is_persian=True), *schemes(is_persian=False)):
        assert len({scheme.label(number) for number in range(1, HIGHEST + 1)}) == HIGHEST


def texts(*said: str) -> list[Labelled]:
    """«1 مادهٔ ۱»: level and label."""
    return [Labelled(int(one[0]), one[2:]) for one in said]


def test_empty_labels_go_on_from_what_stands_before_them() -> None:
    clauses = texts("1 مادهٔ ۱", "1 ", "2 ", "3 ", "3 ", "2 ", "1 مادهٔ ۵ مکرر", "1 ", "2 ")
    assert proposed(clauses, ARTICLES) == [
        *("مادهٔ ۱", "مادهٔ ۲", "الف", "۱", "۲", "ب"),
        *("مادهٔ ۵ مکرر", "مادهٔ ۳", "الف"),
    ]


def test_what_was_taken_out_leaves_its_number_free_and_none_is_given_twice() -> None:
    assert proposed(texts("1 مادهٔ ۲", "1 مادهٔ ۴", "1 "), ARTICLES)[2] == "مادهٔ ۵"
    assert proposed(texts("1 ", "1 مادهٔ ۱", "1 "), ARTICLES) == ["مادهٔ ۲", "مادهٔ ۱", "مادهٔ ۳"]


def test_all_are_numbered_again_when_somebody_asks_for_it() -> None:
    clauses = texts("1 مادهٔ ۷", "2 ب", "2 الف", "1 هر چه", "2 ")
    words = (Scheme("اصل", Style.ORDINALS), *ARTICLES[1:])
    found = proposed(clauses, words, again=True)
    assert found == ["اصل نخست", "الف", "ب", "اصل دوم", "الف"]


def test_a_text_goes_on_in_the_scheme_that_it_has() -> None:
    found = schemes_of(texts("1 اصل دوم", "2 ", "3 بند ب"), is_persian=True)
    assert found == (
        Scheme("اصل", Style.ORDINALS),
        Scheme("", Style.LETTERS),
        Scheme("بند", Style.LETTERS),
    )
    assert schemes_of([], is_persian=False) == usual(is_persian=False)


levels = st.lists(st.sampled_from(["", "مادهٔ ۲", "الف", "دیباچه", "مادهٔ ۱"]), max_size=12)


@given(levels)
def test_what_has_a_label_keeps_it_and_all_have_one(labels: list[str]) -> None:
    clauses = [Labelled(1, label) for label in labels]
    found = proposed(clauses, ARTICLES)
    assert all(found)
    assert all(new == old for new, old in zip(found, labels, strict=True) if old)
    given_now = [new for new, old in zip(found, labels, strict=True) if not old]
    assert len(set(given_now)) == len(given_now)
    assert not set(given_now) & set(labels)
    assert proposed([Labelled(1, label) for label in found], ARTICLES) == found


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["اصل ۲"], "اصل ۲"),
        (["اصل ۲", "الف"], "اصل ۲، بند الف"),
        (["مادهٔ ۳", "ب", "۱"], "مادهٔ ۳، بند ب، زیربند ۱"),
        (["مادهٔ ۳", "تبصرهٔ ۱"], "مادهٔ ۳، تبصرهٔ ۱"),
        (["", "الف"], "الف"),
        (["مادهٔ ۳", ""], "مادهٔ ۳"),
        (["Article 2", "a", "1"], "Article 2(a)(1)"),
        (["Article 2", "Note 1"], "Article 2, Note 1"),
    ],
    ids=["alone", "letter", "three", "word", "no-outer", "no-inner", "english", "english-word"],
)
def test_a_bare_label_is_told_behind_those_above_it(labels: list[str], told: str) -> None:
    assert placed(labels) == told
