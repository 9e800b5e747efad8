"""What is read from scraped pages: numbers, moments, sources, clean text, repeated releases."""

import re
from itertools import combinations

import pytest

from tests.realdata.cases import WRITTEN, Case, every_page
from tests.realdata.scraping import Source, joined_key, same_release
from wagtail_prcouncil.persian.dates import format_datetime, format_long
from wagtail_prcouncil.persian.slugs import slugify
from wagtail_prcouncil.persian.text import canonical, fold

pytestmark = pytest.mark.once

BY_NAME = {case.name: case for case in WRITTEN}
ARABIC_LETTERS = re.compile("[\u064a\u0643\u0649\u06c0]")
INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0\ufeff]|\u200c{2}")
AROUND_THE_NEWS = re.compile(
    "انتهای پیام|نسخه (?:اصلی|قابل چاپ)|ایمیل ?:|ارسال نظر|English|تبلیغات"
)

SOURCES = {
    "01": Source("خبرگزاری نمونهنیوز"),
    "02": Source("نسیم دشت"),
    "03": Source(
        "پایگاه خبری وزارت نمونه", quoted_source="روابط عمومی اداره نمونه راه استان سمنان"
    ),
    "04": Source("خبرگزاری روزآوا"),
    "05": Source("خبرگزاری سپیدار", dateline_place="گیلان"),
    "06": Source("بامداد خبر"),
    "07": Source("مرکز روابطعمومی وزارت نمونه"),
    "08": Source("خبرگزاری کارآوا", quoted_source="روابط‌عمومی صندوق نمونه\u0654 کار"),
    "09": Source("بامداد خبر", quoted_source="روابط عمومی کتابخانه های نمونه"),
    "10": Source("پایگاه خبری وزارت نمونه"),
}
END_MARKS = {
    "02": "انتهای پیام/م",
    "04": "انتهای پیام/",
    "06": "انتهای پیام/ب",
    "08": "انتهای پیام/",
    "09": "انتهای پیام/ک",
}


@every_page
def test_code(case: Case) -> None:
    assert case.page().code == case.code


@every_page
def test_moment_of_publication(case: Case) -> None:
    assert case.page().published_at == case.published_at


def test_moments_are_printed_as_the_pages_meant_them() -> None:
    printed = {
        "01": "چهارشنبه ۱۲ آبان ۱۴۰۰ - ۱۰:۴۷",
        "07": "شنبه ۳۰ اسفند ۱۳۹۹ - ۲۳:۴۵",
        "08": "پنجشنبه ۱۷ تیر ۱۴۰۰ - ۰۹:۰۵",
    }
    assert printed == {name: format_datetime(BY_NAME[name].page().published_at) for name in printed}
    assert format_long(BY_NAME["09"].page().published_at) == "جمعه ۱۲ بهمن ۱۳۹۷"


def test_summer_time_of_its_year() -> None:
    moment = BY_NAME["08"].page().published_at
    assert moment is not None
    assert f"{moment:%H:%M}" == "04:35"


@every_page
def test_source(case: Case) -> None:
    source = case.page().source
    if case.is_seed:
        assert len(source.source_outlet) >= 5
        assert not any("به نقل" in link or "به گزارش" in link for link in source)
    else:
        assert source == SOURCES[case.name]


def test_end_mark() -> None:
    assert {c.name: c.page().end_mark for c in WRITTEN if c.page().end_mark} == END_MARKS


@every_page
def test_text_is_canonical(case: Case) -> None:
    page = case.page()
    for text in (page.title, page.kicker, *page.source, page.end_mark, *page.paragraphs):
        assert canonical(text) == text
        assert not ARABIC_LETTERS.search(text)
        assert not INVISIBLE.search(text)
        assert text == text.strip()


@every_page
def test_nothing_but_the_news_is_left(case: Case) -> None:
    page = case.page()
    assert len(page.paragraphs) >= 2
    assert not any(AROUND_THE_NEWS.search(text) for text in (page.title, *page.paragraphs))
    assert not any(text.endswith("...") or "-||" in text for text in page.paragraphs)


@every_page
def test_no_paragraph_twice_nor_the_headline_again(case: Case) -> None:
    page = case.page()
    keys = [joined_key(text) for text in (page.title, *page.paragraphs)]
    assert len(set(keys)) == len(keys)


def test_kicker_stands_above_the_headline() -> None:
    assert BY_NAME["05"].page().kicker == "رئیس مرکز خبر وزارت نمونه در رشت مطرح کرد:"
    assert BY_NAME["05"].page().title == "روابط عمومیها، نخستین پاسخگوی روزهای بحران"
    assert BY_NAME["09"].page().kicker == "مدیر کتابخانه های نمونه خبر داد:"
    assert [case.name for case in WRITTEN if case.page().kicker] == ["05", "09"]


@pytest.mark.parametrize(("name", "first", "second"), [("08", 0, 2), ("09", 2, 3)])
def test_headline_in_another_spelling_has_one_key_and_one_slug(
    name: str, first: int, second: int
) -> None:
    """The page gives its headline twice, with Arabic and with Persian letters."""
    lines = [line for line in BY_NAME[name].text().split("\n") if line.strip()]
    assert lines[first] != lines[second]
    assert fold(lines[first]) == fold(lines[second])
    assert slugify(lines[first]) == slugify(lines[second]) != ""


@every_page
def test_slug_does_not_depend_on_the_keyboard(case: Case) -> None:
    title = case.page().title
    arabic = title.replace("ی", "ي").replace("ک", "ك")
    assert slugify(arabic) == slugify(title) == slugify(title.replace("\u200c", " "))


def test_one_release_by_two_outlets_is_found() -> None:
    first, second = BY_NAME["01"].page(), BY_NAME["06"].page()
    assert first.title != second.title
    assert joined_key(first.title) == joined_key(second.title)
    found = {
        (one.name, other.name)
        for one, other in combinations(WRITTEN, 2)
        if same_release(one.page(), other.page())
    }
    assert found == {("01", "06")}


def test_a_recurring_headline_is_no_repeated_release() -> None:
    first, second = BY_NAME["04"].page(), BY_NAME["10"].page()
    assert joined_key(first.title) == joined_key(second.title)
    assert not same_release(first, second)
