"""What the form lets in: the bad inputs of names, texts and addresses, and any string at all."""

import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from tests.persian.strings import ANY_TEXT, ATTACKS
from wagtail_prcouncil.comments.cleaning import (
    LONGEST_EMAIL,
    MOST_MARKS,
    clean_email,
    clean_name,
    clean_text,
)
from wagtail_prcouncil.comments.models import LONGEST_NAME, LONGEST_TEXT
from wagtail_prcouncil.persian.text import canonical

pytestmark = pytest.mark.once

Clean = Callable[[str], str]
LONGEST = {clean_name: LONGEST_NAME, clean_text: LONGEST_TEXT, clean_email: LONGEST_EMAIL}
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CODES = {"empty", "too_long", "unreadable", "invalid"}

_BLANK = "\u3164\u2800\u115f\u200b\u200c\u200d\xad\xa0\ufeff\u034f"
_PIECES = st.sampled_from(
    [*TURNING, *_BLANK, "\ud800", "\ufffe", "\U000e0041", "\x00", "\r\n", "\n", "ۀ", "ﷺ", "ـ", "😀"]
    + ["\u0651", "\u0301", "🏴\U000e0067\U000e007f", "👨\u200d👩", "می\u200cشود", "a@b.ir", "۱۲"]
)
TYPED = st.one_of(
    ANY_TEXT, st.lists(st.one_of(_PIECES, ANY_TEXT), max_size=12).map("".join), st.text()
)


def refusal(clean: Clean, value: str) -> str:
    with pytest.raises(ValidationError) as raised:
        clean(value)
    return str(raised.value.code)


def cleaned_or_code(clean: Clean, value: str) -> tuple[str, str]:
    try:
        return clean(value), ""
    except ValidationError as error:
        return "", str(error.code)


@pytest.mark.parametrize(
    "value", ["Ali\nBcc: v@x.com", "Ali\r\nBcc: v@x.com", "Ali\u2028\x85Bcc: v@x.com"]
)
def test_a_name_is_one_line(value: str) -> None:
    """No header of a mail can be made of it."""
    assert clean_name(value) == "Ali Bcc: v@x.com"


@pytest.mark.parametrize("clean", [clean_name, clean_text])
def test_what_turns_the_writing_direction_goes_always(clean: Clean) -> None:
    """T16: also where Arabic letters stand beside it; half-spaces stay."""
    assert clean(f"رو{TURNING}ابط‌عمومي") == "روابط‌عمومی"
    assert clean("file\u202egpj.exe " + "\u2066" * 20) == "filegpj.exe"


@pytest.mark.parametrize(
    "blank",
    [
        "\u200c" * 3,
        "\u200b",
        "\u3164",
        "\u2800",
        "\xad",
        "\xa0\xa0",
        "\ufeff",
        "ــــ",
        "...",
        "\u2003\n",
    ]
    + ["", "\u0651\u0651", "\uffa0\u115f", "\u180e"],
    ids=ascii,
)
def test_what_looks_empty_is_empty(blank: str) -> None:
    assert (refusal(clean_text, blank), refusal(clean_name, blank)) == ("empty", "empty")


def test_a_picture_or_a_number_is_a_comment_but_no_name() -> None:
    assert [clean_text(text) for text in ("👏👏", "20", "۲۰")] == ["👏👏", "20", "۲۰"]
    assert {refusal(clean_name, name) for name in ("👏👏", "۱۲۳", "!؟")} == {"empty"}
    assert clean_name("م") == "م"


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x1b[31m", "\x9b", "\ud800", "\ufffe", "\ufdd0", "\U000e0041", "\U0010ffff"],
    ids=ascii,
)
def test_what_only_programs_write_is_refused(sign: str) -> None:
    """T20: halves of UTF-16 pairs come by JSON and are stored by no database."""
    assert refusal(clean_text, f"سلام {sign}") == "unreadable"


def test_a_name_with_controls_is_one_line_and_with_surrogates_is_refused() -> None:
    assert clean_name("علی\x00\x1bرضا") == "علی رضا"
    assert refusal(clean_name, "علی\udfff") == "unreadable"


def test_a_flag_spelled_in_tags_keeps_its_picture() -> None:
    assert clean_text("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == "🏴"


def test_towers_of_marks_are_cut() -> None:
    """T17: also where joiners stand between them."""
    assert clean_text("ا" + "\u0651" * 500) == "ا" + "\u0651" * MOST_MARKS
    assert clean_text("ا" + "\u0651\u200d" * 200).count("\u0651") == MOST_MARKS
    assert clean_text("سَلّامٌ") == "سَلّامٌ"


def test_a_line_break_is_one_character_however_it_was_sent() -> None:
    lines = "آب\r\n" * 1_000
    assert len(lines) == 4_000
    assert clean_text(lines).count("\n") == 999
    assert refusal(clean_text, "\n" * (LONGEST_TEXT + 1)) == "too_long"
    assert clean_text("یک\n" + "\n" * 1_000 + "دو") == "یک\n\nدو"


def test_lengths_hold_before_and_after_cleaning() -> None:
    assert len(clean_text("😀" * LONGEST_TEXT)) == LONGEST_TEXT
    assert refusal(clean_text, "x" * (LONGEST_TEXT + 1)) == "too_long"
    # «ۀ» is stored as two characters, and «ﷺ» stays one.
    assert refusal(clean_text, "ۀ" * 1_600) == "too_long"
    assert clean_text("ﷺ" * LONGEST_TEXT) == "ﷺ" * LONGEST_TEXT
    assert clean_name("ا" * LONGEST_NAME) == "ا" * LONGEST_NAME
    assert refusal(clean_name, "ا" * (LONGEST_NAME + 1)) == "too_long"


def test_markup_is_text_like_any_other() -> None:
    """It is escaped where it is shown; nothing is lost here."""
    for text in (
        "<script>alert(1)</script>",
        "{{7*7}}",
        "&lt;b&gt;",
        "=HYPERLINK(1)",
        "'; DROP --",
    ):
        assert clean_text(text) == text


def test_addresses() -> None:
    assert clean_email("") == clean_email(" \u200f") == ""
    assert clean_email(" \u200fAli۱۲@Example.IR\u200e ") == "Ali12@example.ir"
    assert clean_email("a@مثال.ایران") == "a@xn--mgbh0fb.xn--mgba3a4f16a"
    assert clean_email("a@аpple.com") == "a@xn--pple-43d.com"


@pytest.mark.parametrize(
    "email",
    ["a@b.com,c@d.com", '"a b"@x.com', "a@[127.0.0.1]", "a@localhost", "a@b.com\nBcc: v@x.com"]
    + [
        "@",
        "a@",
        "a@..b",
        "a@" + "b" * 70 + ".com",
        "علی@example.ir",
        "\ud800@b.com",
        "a@\ud800.ir",
    ],
    ids=ascii,
)
def test_no_addresses(email: str) -> None:
    assert refusal(clean_email, email) == "invalid"


def test_an_address_is_as_long_as_mail_servers_take() -> None:
    assert refusal(clean_email, "a" * LONGEST_EMAIL + "@example.ir") == "too_long"


@pytest.mark.parametrize("clean", LONGEST, ids=lambda clean: clean.__name__)
@given(value=TYPED)
@example(value="\u3164\u200c\u0651" * 5)
def test_any_string_is_cleaned_or_refused_with_a_code(clean: Clean, value: str) -> None:
    """T16, T17, T20: and what is stored is what was cleaned, so that places in it stay true."""
    cleaned, code = cleaned_or_code(clean, value)
    if code:
        assert code in CODES
        return
    assert clean(cleaned) == cleaned == canonical(cleaned) == cleaned.strip()
    assert len(cleaned) <= LONGEST[clean]
    assert not set(cleaned) & set(TURNING)
    cleaned.encode()
    controls = {sign for sign in cleaned if unicodedata.category(sign) in {"Cc", "Cs"}}
    assert controls <= (set("\n\t") if clean is clean_text else set())


@pytest.mark.parametrize("piece", [*ATTACKS, " ", "\n", "\u0651", "🏴\U000e0067"], ids=ascii)
def test_three_thousand_characters_take_no_time(piece: str) -> None:
    """T21: the length is looked at first, and all that follows is linear."""
    value = ("آ" + piece * LONGEST_TEXT)[:LONGEST_TEXT]
    start = time.process_time()
    for clean in LONGEST:
        for text in (value, value * 1_000):
            with suppress(ValidationError):
                clean(text)
    assert time.process_time() - start < 0.1
