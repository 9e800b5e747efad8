"""T16, T18: forms in which what looks alike is alike, and places that lead back to the text."""

import pytest
from hypothesis import given

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments.rules.skeleton import letters, plain

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("𝗍．𝗆𝖾", "t.me"),
        ("۰٩1２", "0912"),
        ("a\u200bb\u202ec", "abc"),
        ("ＨＴＴＰ", "http"),
        ("ﷺ", " "),
    ],
)
def test_plain(text: str, signs: str) -> None:
    assert plain(text).signs == signs


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("كتـابي", "کتابی"),
        ("کِتآبْ", "کتاب"),
        ("کتاب\u200cها", "کتاب.ها"),
        ("سلآم دُنیا", "سلام دنیا"),
        ("مسئول مسؤول", "مسیول مسوول"),
        ("کلا😀هـ1بر_دار", "کلا.ه.بر.دار"),
        ("аdmіn", "admin"),
        ("ہھەة", "هههه"),
        ("a\nb", "a b"),
    ],
)
def test_letters(text: str, signs: str) -> None:
    assert letters(text).signs == signs


def test_places_lead_back() -> None:
    text = "س\u200bلـام"
    form = letters(text)
    assert form.signs == "سلام"
    start, end = form.span(1, 3)
    assert text[start:end] == "لـا"


@given(text=ANY_TEXT)
def test_any_string_has_a_place_for_each_sign(text: str) -> None:
    for form in (plain(text), letters(text)):
        assert len(form.signs) == len(form.places)
        assert list(form.places) == sorted(form.places)
        assert all(0 <= place < len(text) for place in form.places)
