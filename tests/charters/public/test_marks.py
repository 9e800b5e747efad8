import pytest

from wagtail_prcouncil.charters.public.marks import mark_of
from wagtail_prcouncil.ui.languages import PageLanguage

PERSIAN, ENGLISH = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("اصل ۵", "۵"),
        ("اصل 5", "۵"),
        ("اصل ۵ مکرر", "۵م"),
        ("مادهٔ سوم", "۳"),
        ("مادهٔ بیست و یکم", "۲۱"),
        ("الف)", "الف"),
        ("مقدمه", ""),
        ("", ""),
    ],
)
def test_in_persian(label: str, mark: str) -> None:
    assert mark_of(label, PERSIAN) == mark


@pytest.mark.parametrize(
    ("label", "mark"), [("Article 12", "12"), ("Article 5 bis", "5b"), ("(a)", "a"), ("Intro", "")]
)
def test_in_english(label: str, mark: str) -> None:
    assert mark_of(label, ENGLISH) == mark
