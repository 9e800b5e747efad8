import re
import unicodedata

from wagtail_prcouncil.persian import letters


def test_letter_class_holds_letters_of_the_script_and_no_digit() -> None:
    found = re.findall(f"[{letters.ARABIC_SCRIPT}]", "".join(map(chr, range(0x600, 0x900))))

    assert {"ا", "پ", "ی", "ئ", "ە", "ے"} <= set(found)
    assert {unicodedata.category(char) for char in found} <= {"Lo", "Lm"}


def test_mark_class_holds_marks_only() -> None:
    found = re.findall(f"[{letters.MARKS}]", "".join(map(chr, range(0x10000))))

    assert {"\u064e", "\u0651", "\u0654", "\u0670", "\u0301"} <= set(found)
    # Unassigned in older Unicode tables counts as Cn.
    assert {unicodedata.category(char) for char in found} <= {"Mn", "Me", "Cn"}


def test_no_line_break_is_lost() -> None:
    assert letters.CLEANED.keys().isdisjoint("\n\t \u200c\u200d")
    breaks = [char for char in letters.CLEANED if len(f"a{char}b".splitlines()) > 1]
    invisible = {"\x1c", "\x1d", "\x1e"}  # separators of records, which Python counts as breaks
    assert {letters.CLEANED[char] for char in set(breaks) - invisible} == {"\n"}


def test_letters_that_never_join_are_letters() -> None:
    assert re.fullmatch(f"[{letters.ARABIC_SCRIPT}]+", letters.NON_JOINING)
    assert not set(letters.NON_JOINING) & set("بپتثجچحخسشصضطظعغفقکگلمنهیئيك")
