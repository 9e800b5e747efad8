"""One query, two notations."""

from wagtail_prcouncil.search.notation import match_string, tsquery
from wagtail_prcouncil.search.widening import Spelled, Spelling

APART = [Spelling(("الف",), False), Spelling(("الفب",), True)]
WHOLE = [Spelling(("ب",), True), Spelling(("پ", "ت"), True)]


def test_every_word_in_one_of_its_spellings() -> None:
    query = Spelled([APART, WHOLE])
    assert tsquery(query, is_open=False) == "('الف' | 'الفب') & ('ب' | 'پ' <-> 'ت')"
    assert match_string(query, is_open=False) == '("الف" OR "الفب") AND ("ب" OR "پ ت")'


def test_any_word_with_the_last_unfinished() -> None:
    query = Spelled([APART, WHOLE], "or")
    assert tsquery(query, is_open=True) == "('الف' | 'الفب':*) | ('ب':* | 'پ' <-> 'ت':*)"
    assert match_string(query, is_open=True) == '("الف" OR "الفب"*) OR ("ب"* OR "پ ت"*)'
