"""T23: addresses are shown as text; a hit says that there is one, however it is written."""

import time

import pytest
from hypothesis import given

from tests.comments.rules.making import examined
from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.link import link, links
from wagtail_prcouncil.comments.states import Hold

pytestmark = pytest.mark.once


def found(text: str) -> list[str]:
    return [text[start:end] for _kind, start, end in links(text)]


@pytest.mark.parametrize(
    "address",
    [
        "t\u2024me/x",
        "t．me/abc",
        "𝗍.𝗆𝖾/abc",
        "t。me",
        "example[.]ir",
        "example (dot) ir",
        "example . ir",
    ]
    + ["example نقطه ir", "example دات com", "hxxp://x.example", "hXXps://x", "https : / / x.ir"]
    + [
        "http://bank.ir@evil.com/",
        "www.example.ir",
        "sub.example.gov.ir/a?b=c",
        "bit.ly/2xY",
        "192.0.2.7",
    ]
    + [
        "۱۹۲.۰.۲.۷",
        "@channel_1",
        "＠channel",
        "ایدی تلگرام",
        "آیدی اینستاگرام",
        "کانال ایتا",
        "دات کام",
    ]
    + ["tg://resolve", "Example.COM", "ex\u200bample.com", "ftp://x", "javascript:alert(1)"],
)
def test_addresses_in_disguise(address: str) -> None:
    text = f"به {address} سر بزنید"
    assert found(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "بسیار خوب است.اما دیر",
        "تاریخ ۱۴۰۳.۰۵.۱۲ بود",
        "نسخهٔ 2.0 آمد",
        "e.g. this",
        "Yes. In the end",
    ]
    + [
        "a@b.com",
        "فایل report.pdf",
        "ساعت ۱۰.۳۰",
        "۱۲/۳/۱۴۰۳",
        "این نقطه خوب است",
        "نوشتم... it",
        "@ ۵",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert found(text) == []


def test_hits_are_told_by_field_and_kind() -> None:
    hits = link(examined("ببینید: @channel", name="example.ir"))
    assert [(hit.code, hit.field, hit.start, hit.end, hit.detail) for hit in hits] == [
        (Hold.LINK, RuleHit.Field.NAME, 0, 10, "site"),
        (Hold.LINK, RuleHit.Field.TEXT, 8, 16, "channel"),
    ]


@given(text=ANY_TEXT)
def test_places_lie_in_any_string(text: str) -> None:
    for _kind, start, end in links(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "piece", ["a.", "a-", "h:", "www.", "@", "a [", "http:/", "a نقطه ", "\u200c"]
)
def test_no_text_takes_long(piece: str) -> None:
    """T21"""
    start = time.process_time()
    list(links((piece * 3_000)[:3_000]))
    assert time.process_time() - start < 0.05
