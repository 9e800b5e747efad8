import re
from random import Random

from hypothesis import given

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.persian.sorting import sort_key


def _assert_order(titles: list[str]) -> None:
    shuffled = Random(1401).sample(titles, len(titles))  # noqa: S311 - a fixed shuffle, no secret
    assert sorted(shuffled, key=sort_key) == titles


def test_persian_alphabet() -> None:
    _assert_order(
        "آمل الف بابل پارس تبریز جهرم چالوس زنجان ژاپن کرمان کیش گرگان لار وان هرمز یزد".split()
    )
    _assert_order(list("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"))


def test_hamza_stands_between_alef_and_beh_as_in_cldr() -> None:
    # select … order by w collate "fa-x-icu"
    _assert_order("آب ااب اب ابا ءب بب کب گب وب هب یب".split())
    _assert_order("راب رات رای رأی روابط رویت ریاست".split())
    assert sort_key("أ") == sort_key("ؤ") == sort_key("ئ") == sort_key("ء")


def test_spaces_then_numbers_by_value_then_persian_then_latin() -> None:
    _assert_order(["روابط", "روابط ۲", "روابط عمومی", "روابط کار", "روابطعمومی"])
    _assert_order(["جلسهٔ ۹", "جلسهٔ ۱۰", "جلسهٔ ۷۳", "جلسهٔ ۱۰۰", "جلسهٔ دوم", "جلسهٔ Z"])
    _assert_order(["۰۷", "آب", "یزد", "Alpha", "beta", "Ω"])


def test_spellings_share_a_place() -> None:
    assert sort_key("روابط‌عمومی") == sort_key("روابط عمومي") == sort_key("«روابط – عمومی»")
    assert sort_key("مُلّت") == sort_key("ملت")
    assert sort_key("جلسۀ ۷") == sort_key("جلسه 07")
    assert sort_key("Élan") == sort_key("elan")
    assert sort_key("") == sort_key("!") == ""


@given(ANY_TEXT)
def test_key_is_digits_only(text: str) -> None:
    assert re.fullmatch("[0-9]*", sort_key(text))
