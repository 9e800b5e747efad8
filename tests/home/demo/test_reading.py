"""The demo's news: all there, and written as good Persian is written."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from home.demo import reading
from home.demo.reading import DemoError, DemoNews, Words, read_news, read_site

from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.text import canonical

pytestmark = pytest.mark.once

NEWS = read_news()
LETTER = "[آ-ی]"
SLIPS = {
    "Arabic letter": "[يىكۀ]",
    "digit or mark of another script": '[0-9,;?"“”]',
    "می without its half-space": f"(?<!{LETTER})ن?می {LETTER}",
    "ending without its half-space": f"{LETTER} (?:ها|های|هایی|هایش|تر|ترین|اند)(?!{LETTER})",
    "space before a mark": " [،.؛:؟!»]",
    "two spaces": "  ",
}
# Names and addresses that are written in Latin letters.
LATIN = re.compile(r"Karnama(?: 2\.0)?|[a-z]+@[a-z.]+|karnama\.example/help|3G|JSON|CSV|PDF|REST")


def texts(words: Words) -> Iterator[str]:
    yield from (words.title, words.kicker, words.deck, words.lead, words.agency_name)
    yield from (words.source_outlet, words.quoted_source, words.dateline_place, words.end_mark)
    yield from (words.hero_alt, words.hero_caption, words.hero_credit)
    for part in words.body:
        yield from (part.text, part.title, part.attribution)
        if part.type != "document":  # columns of a file are for machines
            yield from (*part.items, *(alt for row in part.rows for alt in row[-1:]))


def test_how_many() -> None:
    site = read_site()
    assert len(NEWS) >= 42
    assert {item.section for item in NEWS} == site.sections.keys()
    assert len(site.sections) == 6
    assert sum(item.english is not None for item in NEWS) == 10
    assert sum(bool(item.picture) for item in NEWS) >= 0.6 * len(NEWS)
    of_units = Counter(item.index for item in NEWS)
    assert of_units["water"] >= 3
    assert of_units["rail"] >= 3


def test_what_is_hard_to_show_occurs() -> None:
    titles = Counter(item.persian.title for item in NEWS)
    assert sorted(titles.values())[-2:] == [1, 2]
    assert max(map(len, titles)) > 150
    assert any(not item.persian.kicker for item in NEWS)
    assert any("@" in text for item in NEWS for text in texts(item.persian))
    assert max(Counter(item.published_at.date() for item in NEWS).values()) >= 3


def test_no_two_items_of_an_index_at_one_moment() -> None:
    moments = Counter((item.index, item.published_at) for item in NEWS)
    assert set(moments.values()) == {1}


@pytest.mark.parametrize("item", NEWS, ids=lambda item: item.key)
def test_persian_is_well_written(item: DemoNews) -> None:
    for text in (*texts(item.persian), *item.tags):
        assert canonical(text) == text
        persian = LATIN.sub("ا", text)
        slips = {name: re.findall(slip, persian) for name, slip in SLIPS.items()}
        assert {name: found for name, found in slips.items() if found} == {}, text


@pytest.mark.parametrize("item", [item for item in NEWS if item.english], ids=lambda item: item.key)
def test_english_is_whole(item: DemoNews) -> None:
    assert item.english is not None
    assert [part.type for part in item.english.body] == [part.type for part in item.persian.body]
    sources = ("agency_name", "source_outlet", "quoted_source", "dateline_place", "end_mark")
    for name in ("kicker", "deck", *sources, "hero_alt", "hero_caption", "hero_credit"):
        assert bool(getattr(item.english, name)) == bool(getattr(item.persian, name)), name
    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)+", item.english.slug)
    assert not any(re.search("[\u0600-\u06ff]", text) for text in texts(item.english))


@pytest.mark.parametrize("item", NEWS, ids=lambda item: item.key)
def test_words_fit_the_fields(item: DemoNews) -> None:
    for words in filter(None, (item.persian, item.english)):
        for name in (field.name for field in fields(words)):
            most = NewsPage._meta.get_field(name).max_length
            assert most is None or len(getattr(words, name)) <= most, name


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "section"),
        ('section = "media"\ntitle = "ت"\nlead = "ل"', "published_at"),
        ('section = "media"\npublished_at = 2026-01-01T08:00:00\nlead = "ل"', "body, title"),
        ('section = "media"\npicture = "moon"', "pictures"),
        ('section = "media"\npublished_at = 2026-01-01T08:00:00\ntitel = "ت"', "titel"),
        (
            'section = "media"\npublished_at = 2026-01-01T08:00:00\ntitle = "ت"\nlead = "ل"\n'
            '[[body]]\ntype = "list"\ntext = "متن"',
            "items",
        ),
    ],
)
def test_a_slip_of_the_pen_is_named(
    text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = (reading.FOLDER / "site.toml").read_text("utf-8")
    (tmp_path / "site.toml").write_text(site, "utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "01-slip.toml").write_text(text, "utf-8")
    monkeypatch.setattr(reading, "FOLDER", tmp_path)
    with pytest.raises(DemoError, match=f"^01-slip.toml.*{complaint}"):
        read_news()
