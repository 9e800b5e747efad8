"""T13, T21: the same once more is told apart from the opposite, in time that does not grow."""

import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.comments.making import open_page, posted
from tests.comments.rules.making import USUAL, examined
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.rules.repeated import ALIKE, RECENT, hash_of, likeness, repeated
from wagtail_prcouncil.comments.states import Hold
from wagtail_prcouncil.persian.text import fold

TEXT = "لطفا هرچه زودتر به وضعیت آب آشامیدنی روستای ما رسیدگی کنید، متشکرم"


def codes(text: str, comment: ReaderComment, **fields: Any) -> list[Hold]:
    return [hit.code for hit in repeated(examined(text, thread=comment.thread, **fields))]


@pytest.mark.parametrize(
    "again",
    [
        TEXT,
        TEXT.replace("ی", "ي").replace("ک", "ك"),
        "لطفاً هرچه زودتر، به وضعیّت آبِ آشامیدنی روستای ما رسیدگی کنید... متشکرم!!",
        TEXT.replace(" ", "  ").replace("آ", "ا"),
    ],
)
def test_the_same_words_however_typed(site: SmallSite, again: str) -> None:
    assert codes(again, posted(open_page(site), TEXT, name="کسی دیگر")) == [Hold.DUPLICATE]


def test_the_same_words_on_another_page(site: SmallSite) -> None:
    posted(open_page(site), TEXT)
    assert codes(TEXT, posted(open_page(site))) == [Hold.DUPLICATE]


def test_nearly_the_same_words_of_one_page_or_sender(site: SmallSite) -> None:
    nearly = TEXT.replace("متشکرم", "ممنونم")
    first = posted(open_page(site), TEXT, sender=USUAL)
    other = posted(open_page(site))
    stranger = Sender(address_hash="b" * 64, seconds=60)
    assert codes(nearly, first, sender=stranger) == [Hold.ALIKE]
    assert codes(nearly, other) == [Hold.ALIKE]
    assert codes(nearly, other, sender=stranger) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("لطفا به آب روستای ما رسیدگی کنید", "لطفا به جاده روستای ما رسیدگی کنید"),
        ("برنامه خیلی عالی بود ممنون از شما", "برنامه خیلی عالی نبود ممنون از شما"),
        ("با این طرح کاملا موافقم و حمایت می‌کنم", "با این طرح کاملا مخالفم و اعتراض می‌کنم"),
    ],
)
def test_opposite_opinions_are_no_repetition(site: SmallSite, one: str, other: str) -> None:
    assert likeness(fold(one), fold(other)) < ALIKE
    assert codes(other, posted(open_page(site), one)) == []


def test_everybodys_words_are_repeated_on_one_page_only(site: SmallSite) -> None:
    first = posted(open_page(site), "خیلی ممنون", sender=USUAL)
    other = posted(open_page(site))
    stranger = Sender(address_hash="b" * 64, seconds=60)
    assert codes("خیلی ممنون", first, sender=stranger) == [Hold.DUPLICATE]
    assert codes("خیلی ممنون", other) == [Hold.DUPLICATE]
    assert codes("خیلی ممنون", other, sender=stranger) == []


def test_pictures_are_not_compared(site: SmallSite) -> None:
    assert codes("👏👏", posted(open_page(site), "🌹🌹")) == []


def test_the_hash_is_the_one_that_is_stored(site: SmallSite) -> None:
    assert posted(open_page(site), TEXT).text_hash == hash_of(fold(TEXT))


def test_one_query_and_little_time_beside_many_long_texts(site: SmallSite) -> None:
    page = open_page(site)
    thread = posted(page, TEXT).thread
    words = [f"کلمه{number}" for number in range(400)]
    texts = [" ".join(words[start:] + words[:start])[:2_990] for start in range(RECENT)]
    ReaderComment.objects.bulk_create(
        ReaderComment(
            thread=thread,
            nonce=f"long-{number}",
            name="الف",
            text=text,
            folded=f"الف {fold(text[: 1_500 + number])}{'ژ' * 1_400}",
            address_hash=USUAL.address_hash,
        )
        for number, text in enumerate(texts)
    )
    asked = examined(" ".join(words)[:2_990], thread=thread)
    start = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        assert repeated(asked) == []
    assert len(queries) == 1
    assert time.process_time() - start < 0.2
