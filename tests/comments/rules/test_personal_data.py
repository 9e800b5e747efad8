"""T23 and privacy: what a person is found or paid by, in any digits and however it is spaced."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.comments.rules.making import examined
from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.personal_data import (
    found_in,
    is_card,
    is_national_id,
    is_sheba,
    personal_data,
)
from wagtail_prcouncil.comments.states import Hold
from wagtail_prcouncil.persian.digits import to_persian

pytestmark = pytest.mark.once

SHEBA = "IR062960000000100324200001"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("mobile", "09121234567"),
        ("mobile", "۰۹۱۲ ۱۲۳ ۴۵ ۶۷"),
        ("mobile", "٠٩١٢-١٢٣-٤٥٦٧"),
        ("mobile", "+98 912 123 4567"),
        ("mobile", "00989121234567"),
        ("mobile", "9121234567"),
        ("mobile", "0 9 1 2 1 2 3 4 5 6 7"),
        ("mobile", "0912\u200c123\u200c4567"),
        ("mobile", "𝟬𝟵𝟭𝟮𝟭𝟮𝟯𝟰𝟱𝟲𝟳"),
        ("mobile", "صفر نه یک دو یک دو سه چهار پنج شش هفت"),
        ("telephone", "021-88990011"),
        ("national_id", "0499370899"),
        ("national_id", "۰۴۹-۹۳۷۰۸۹-۹"),
        ("card", "4111 1111 1111 1111"),
        ("card", "۴۱۱۱-۱۱۱۱-۱۱۱۱-۱۱۱۱"),
        ("sheba", SHEBA),
        ("sheba", "IR06 2960 0000 0010 0324 2000 01"),
        ("sheba", "ir۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱"),
        ("sheba", SHEBA[2:]),
        ("email", "ali.rezaei+1@mail.example.ir"),
        ("email", "ali [at] example [dot] com"),
        ("plate", "۱۲ ب ۳۴۵ ایران ۶۷"),
        ("plate", "ایران ۶۷ - ۳۴۵ ب ۱۲"),
    ],
)
def test_kinds_in_any_writing(kind: str, written: str) -> None:
    text = f"تماس: {written}، ممنون"
    assert [(kind, text[start:end]) for kind, start, end in found_in(text)] == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    ["۵٬۰۰۰٬۰۰۰٬۰۰۰ تومان", "9000000000 ریال", "سال ۱۴۰۳ و ۱۴۰۴", "1111111111", "0499370898"]
    + [
        "4111111111111112",
        "کد رهگیری ۱۴۰۳۰۵۱۲۳۴۵۶۷۸۹۰",
        "مادهٔ ۱۲ بند ۳",
        "۱۱۵ و ۱۲۵",
        "@channel",
        "a@b",
    ],
)
def test_what_is_nobodys(text: str) -> None:
    assert found_in(text) == []


def test_a_number_behind_another_number() -> None:
    text = "سال 1403 09121234567"
    assert [text[start:end] for _kind, start, end in found_in(text)] == ["09121234567"]


def test_hits_are_told_by_field_and_kind() -> None:
    hits = personal_data(examined("کارت 4111111111111111", name="علی 09121234567"))
    assert [(hit.code, hit.field, hit.start, hit.end, hit.detail) for hit in hits] == [
        (Hold.PERSONAL_DATA, RuleHit.Field.NAME, 4, 15, "mobile"),
        (Hold.PERSONAL_DATA, RuleHit.Field.TEXT, 5, 21, "card"),
    ]


@given(first=st.integers(10**8, 10**9 - 1))
def test_one_check_digit_of_ten_fits(first: int) -> None:
    assert (
        sum(is_national_id(f"{first}{last}") for last in range(10))
        == (len(set(str(first))) > 1 or is_national_id(f"{first}{(int(str(first)[0]) + 1) % 10}"))
        or len(set(str(first))) == 1
    )
    assert sum(is_card(f"500000{first}{last}") for last in range(10)) == 1


def test_a_changed_digit_is_noticed() -> None:
    assert is_sheba(SHEBA[2:])
    assert not is_sheba(SHEBA[2:-1] + "2")


@given(text=ANY_TEXT, number=st.sampled_from(["09121234567", "4111111111111111", SHEBA]))
def test_a_number_is_found_beside_any_words(text: str, number: str) -> None:
    whole = f"{text} : {to_persian(number)} : {text}"
    assert to_persian(number) in {whole[start:end] for _kind, start, end in found_in(whole)}
    for _kind, start, end in found_in(whole):
        assert 0 <= start < end <= len(whole)


@pytest.mark.parametrize(
    "piece", ["9 ", "0912", "۱", "a@", "a.a@", "صفر ", "ir ", "12 ب ", "+", "()"]
)
def test_no_text_takes_long(piece: str) -> None:
    """T21"""
    start = time.process_time()
    found_in((piece * 3_000)[:3_000])
    assert time.process_time() - start < 0.05
