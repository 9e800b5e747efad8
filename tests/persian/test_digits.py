from hypothesis import given

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.persian import digits


def test_to_ascii_reads_three_systems() -> None:
    assert digits.to_ascii("۰۹۸۷۶۵۴۳۲۱ ٠٩٨٧٦٥٤٣٢١ 0987654321") == "0987654321 " * 2 + "0987654321"


def test_to_persian_takes_text_and_numbers() -> None:
    assert digits.to_persian("12:34 ٥") == "۱۲:۳۴ ۵"
    assert digits.to_persian(1405) == "۱۴۰۵"


@given(ANY_TEXT)
def test_only_digits_change(text: str) -> None:
    persian = digits.to_persian(text)

    assert len(persian) == len(text)
    assert digits.to_ascii(persian) == digits.to_ascii(text)
    assert not set(persian) & set(digits.ASCII + digits.ARABIC_INDIC)
    assert not set(digits.to_ascii(text)) & set(digits.PERSIAN + digits.ARABIC_INDIC)
