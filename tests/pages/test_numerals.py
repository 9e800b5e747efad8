from django.utils.translation import override

from wagtail_prcouncil.pages.numerals import in_digits, in_numerals, in_reader_digits


def test_numbers_follow_the_language_of_the_sentence() -> None:
    with override("fa"):
        assert in_numerals(1234) == "۱٬۲۳۴"
    with override("en"):
        assert in_numerals(1234) == "1,234"


def test_years_are_not_grouped() -> None:
    with override("fa"):
        assert in_digits(1404) == "۱۴۰۴"
    with override("en"):
        assert in_digits(1404) == "1404"


def test_printed_numbers_are_read_in_ones_own_digits() -> None:
    with override("fa"):
        assert in_reader_digits("2-1") == "۲-۱"
    with override("en"):
        assert in_reader_digits("۲-۱ مکرر") == "2-1 مکرر"
