import unicodedata

import pytest
from hypothesis import example, given

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.persian.text import canonical, fold

ZWNJ = "\u200c"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("شوراي هماهنگى كشور", "شورای هماهنگی کشور"),
        ("خانۀ ما", "خانه\u0654 ما"),
        ("خانه\u0654 ما", "خانه\u0654 ما"),
        ("خانە\u0654 ما", "خانه\u0654 ما"),
        ("را\u0654ی", "رأی"),
        ("مسی\u0654ول", "مسئول"),
        ("مسي\u0654ول", "مسئول"),
        ("زكاة و مُلّت و رأی", "زکاة و مُلّت و رأی"),
        ("١٤٠١/٠٥/٢٣ و 1401", "۱۴۰۱/۰۵/۲۳ و 1401"),
        ("ﻣﺴﺌﻮﻟﯿﺖ ﻻﺯﻡ ﷲ", "مسئولیت لازم الله"),
        ("بﹷ", "ب\u0640\u064e"),
        ("۱۰۰ ﷼", "۱۰۰ ﷼"),
        ("\u202bمتن\u200f\u202c\ufeff و\xad \u2066a\u2069", "متن و a"),
        ("ک\x00ا\x1bر\ud800", "کار"),
        ("وزارت\xa0کار\u2009و", "وزارت کار و"),
        ("الف\r\nب\rپ\u2028ت\x0bث\tج", "الف\nب\nپ\nت\nث\tج"),
        ("سـلام", "سـلام"),
        ("👨\u200d👩\u200d👧 ه\u200d.ش", "👨\u200d👩\u200d👧 ه\u200d.ش"),
    ],
)
def test_canonical(written: str, stored: str) -> None:
    assert canonical(written) == stored


def test_of_a_long_text_as_of_a_short_one() -> None:
    assert canonical("شوراي " * 1000) == "شورای " * 1000


class Words(str):
    """As templates and enumerations have them."""


@pytest.mark.parametrize("words", ["Water", "شوراي", "شورای " * 1000])
def test_whatever_string_comes_a_plain_one_goes(words: str) -> None:
    assert type(canonical(Words(words))) is str


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("روابط|عمومی|ها", "روابط|عمومی|ها"),
        ("روابط|||عمومی", "روابط|عمومی"),
        ("روابط|\u200f|عمومی", "روابط|عمومی"),
        ("|روابط| عمومی |ها|", "روابط عمومی ها"),
        ("متن|\nمتن|، متن", "متن\nمتن، متن"),
        ("کار|ها و شورا|ی ما", "کارها و شورای ما"),
        ("دَرْ|های باز", "دَرْهای باز"),
        ("خانۀ|ما", "خانه\u0654|ما"),
        ("PDF|ها و ۵۰|ساله", "PDF|ها و ۵۰|ساله"),
        ("می¬شود و ۵ ¬ ۶", "می|شود و ۵ ¬ ۶"),
        ("ب|¬ه", "ب|ه"),
        ("co|op", "coop"),
    ],
)
def test_canonical_tidies_half_spaces(written: str, stored: str) -> None:
    assert canonical(written.replace("|", ZWNJ)) == stored.replace("|", ZWNJ)


@pytest.mark.parametrize(
    "spellings",
    [
        ["روابط‌عمومی", "روابط عمومی", "روابط‌عمومي", "روابط\xa0عمومى", "رَوابط ــ عمومی!"],
        ["روابطعمومی", "روابطعمومي", "روابـطعمومی", "ﺭﻭﺍﺑﻄﻌﻤﻮﻣﯽ"],
        ["وزارت کار", "وزارت كار", "وزارت «کار»", "\u202bوزارت کار\u202c"],
        ["جلسهٔ ۷۳", "جلسۀ 73", "جلسه ٧٣", "جلسة ۷۳", "جلسه‌ ۷۳"],
        ["مُلّت", "ملت", "مـلـت"],
        ["تأمین", "تامین", "تأمين"],
        ["مسئولیت", "مسیولیت", "مسي\u0654ولیت"],
        ["قرآن", "قران", "قرا\u0653ن"],
        ["سؤال", "سوال"],
        ["انشاء", "انشا"],
        ["کتاب‌ها", "کتابها", "کتاب ها", "کتاب", "کتاب‌های", "کتابهایی", "کتاب های"],
        ["آن‌ها", "آنها", "آن ها", "انها"],
        ["شورا‌ها", "شوراها", "شورا"],
        ["PDF‌ها", "pdfها", "Pdf ها", "ＰＤＦ"],
        ["۵۰ساله", "۵۰‌ساله", "50 ساله"],
        ["۱٬۲۳۴", "1234"],
        ["کد خبر:50421", "کد خبر ۵۰۴۲۱", "كد خبر50421"],
        ["Café", "cafe", "CAFE\u0301"],
        ["", " ", "،", "«»…", "\u200c", "\ud800", "ـ"],
    ],
)
def test_spellings_of_one_word_have_one_key(spellings: list[str]) -> None:
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("روابط عمومی", "روابطعمومی"),  # search widens the query instead
        ("تنها", "تن"),
        ("بها", "ب"),
        ("مها", "مه"),
        ("کار", "کارت"),
        ("۱۴۰۱", "۱۴۰۲"),
        ("سر", "سیر"),
    ],
)
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_key_is_lower_case_words_parted_by_one_space() -> None:
    assert fold("  «روابط‌عمومی‌ها»:\n۱۲ Unit_A ") == "روابط عمومی 12 unit a"


@given(ANY_TEXT)
@example("ر\u200c¬ها")
@example("هایهاها ها")
@example("ه\u06c0\u064e")
def test_both_forms_are_idempotent(text: str) -> None:
    stored, key = canonical(text), fold(text)

    assert canonical(stored) == stored
    assert fold(key) == key
    assert fold(stored) == key


@given(ANY_TEXT)
def test_stored_text_is_normal_encodable_and_free_of_controls(text: str) -> None:
    stored = canonical(text)

    assert unicodedata.is_normalized("NFC", stored)
    stored.encode("utf-8")
    assert not any(
        unicodedata.category(char) in {"Cc", "Cs"} for char in set(stored) - {"\n", "\t"}
    )
    assert not set(stored) & set("يىكۀ٠١٢٣٤٥٦٧٨٩\u200e\u200f\u202e\u2066\ufeff\xa0")
    assert ZWNJ * 2 not in stored
    assert stored.strip(ZWNJ) == stored


@given(ANY_TEXT)
@example("آ¬ب")
def test_canonically_equal_texts_are_stored_alike(text: str) -> None:
    assert canonical(unicodedata.normalize("NFD", text)) == canonical(text)


def test_marks_in_a_row_are_bounded() -> None:
    assert len(canonical("ب" + "\u0316\u0301" * 1000)) == 31
