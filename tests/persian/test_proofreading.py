import time

import pytest

from wagtail_prcouncil.persian.proofreading import (
    Slip,
    arabic_letters,
    latin_digits,
    missing_half_spaces,
    straight_quotes,
)


@pytest.mark.parametrize(
    ("text", "found", "better"),
    [
        ("جلسه برگزار می شود.", "می شود", "می‌شود"),
        ("این کار نمی شود", "نمی شود", "نمی‌شود"),
        ("برگزار میشود", "میشود", "می‌شود"),
        ("کتاب ها رسیدند", "کتاب ها", "کتاب‌ها"),
        ("روابط عمومی های استان", "عمومی های", "عمومی‌های"),
        ("بزرگ ترین طرح", "بزرگ ترین", "بزرگ‌ترین"),
        ("در خانه ای بزرگ", "خانه ای", "خانه‌ای"),
    ],
)
def test_missing_half_spaces_are_found(text: str, found: str, better: str) -> None:
    assert missing_half_spaces(text) == [Slip(found, better)]


@pytest.mark.parametrize(
    "text",
    [
        "جلسه برگزار می‌شود و کتاب‌ها می‌رسند.",
        "میز، میان، میوه، میدان، میراث",
        "تهران ای شهر من",
        "ها! های و هوی",
        "English words only",
        "",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert missing_half_spaces(text) == []


def test_each_slip_is_told_once_and_in_order() -> None:
    text = "کتاب ها می شود. کتاب ها می شود."
    assert [slip.found for slip in missing_half_spaces(text)] == ["کتاب ها", "می شود"]


def test_arabic_letters() -> None:
    assert arabic_letters("كتابي در باغ كتابي") == [Slip("كتابي", "کتابی")]
    assert arabic_letters("کتابی در باغ، ۱۲۳ و ١٢٣") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("۳ نفر و 71 درصد در 1404/05/12 و 71 خانه", ["71", "1404/05/12"]),
        ("رشد 12.5درصدی (21٪)", ["12.5", "21"]),
        ("ساعت 10:30، تلفن 021-88990011.", ["10:30", "021-88990011"]),
        ("گواهی ISO 9001 و COVID-19 و Windows11 در https://example.ir/1404/5?a=1", []),
        ("۱۲ نفر و ١٢ نفر", []),
        ("71 per cent\nدرصد", []),
        ("", []),
    ],
)
def test_latin_digits_between_persian_words(text: str, found: list[str]) -> None:
    assert [slip.found for slip in latin_digits(text)] == found


def test_latin_digits_are_better_persian() -> None:
    assert latin_digits("71 درصد") == [Slip("71", "۷۱")]


def test_straight_quotes() -> None:
    assert straight_quotes('گفت: "خوش آمدید" و رفت.') == [Slip('"خوش آمدید"', "«خوش آمدید»")]
    assert straight_quotes('a "quoted" word, and 5" of snow') == []


@pytest.mark.parametrize("part", ["می ", "ها ", '"', "ك", "خانه ای", "م" * 30 + " ", "م1"])
def test_long_texts_take_no_longer_than_they_are(part: str) -> None:
    begun = time.monotonic()
    for find in (missing_half_spaces, arabic_letters, latin_digits, straight_quotes):
        find(part * 20_000)
    assert time.monotonic() - begun < 5
