"""Generated news: endless, the same each time, with two words of known frequency."""

from datetime import timedelta
from itertools import pairwise

import pytest
from home.demo.generating import COMMON, NEWEST, RARE, generate
from home.demo.reading import DemoNews, read_news, read_site

from wagtail_prcouncil.persian.text import canonical

pytestmark = pytest.mark.once

NEWS = list(generate(2000, seed=7))


def text_of(item: DemoNews) -> str:
    words = item.persian
    return " ".join([words.title, words.kicker, words.lead, *(part.text for part in words.body)])


def test_same_for_the_same_seed() -> None:
    assert list(generate(20, seed=7))[0].persian == NEWS[0].persian
    assert list(generate(20, seed=8))[0].persian != NEWS[0].persian


def test_an_hour_apart_up_to_a_moment_before_the_written_ones() -> None:
    moments = [item.published_at for item in NEWS]
    assert {later - earlier for earlier, later in pairwise(moments)} == {timedelta(hours=1)}
    assert moments[-1] == NEWEST < min(item.published_at for item in read_news())


def test_frequency_of_the_two_words() -> None:
    assert sum(RARE in text_of(item) for item in NEWS) == 6
    assert 0.95 < sum(COMMON in text_of(item) for item in NEWS) / len(NEWS) < 1


def test_varied_and_of_one_size() -> None:
    titles = {item.persian.title for item in NEWS}
    assert len(NEWS) / 4 < len(titles) < len(NEWS)
    assert {item.section for item in NEWS} == read_site().sections.keys()
    sizes = [sum(len(part.text.encode()) for part in item.persian.body) for item in NEWS]
    assert 2500 < min(sizes) <= max(sizes) < 4500


def test_no_slot_is_left_open() -> None:
    for item in NEWS:
        text = text_of(item)
        assert not {"{", "}"} & set(text)
        assert canonical(text) == text
