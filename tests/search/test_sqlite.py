"""FTS5's own reading of what we write and ask."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from modelsearch.query import PlainText

from tests.search.spellings import DECOYS, TERMS
from wagtail_prcouncil.search.folding import indexed_text
from wagtail_prcouncil.search.notation import match_string
from wagtail_prcouncil.search.widening import Spelled, widen

DOCUMENTS = [*(text for term in TERMS.values() for text in term.documents), *DECOYS]


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    """A full-text table as Wagtail's migration makes it, with FTS5's default tokenizer."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE VIRTUAL TABLE entry USING fts5(body)")
        rows = [(number, indexed_text(title)) for number, title in enumerate(DOCUMENTS)]
        opened.executemany("INSERT INTO entry (rowid, body) VALUES (?, ?)", rows)
        yield opened


@pytest.mark.parametrize("name", TERMS)
def test_every_spelling_is_found(name: str, table: sqlite3.Connection) -> None:
    for query in TERMS[name].queries:
        asked = widen(PlainText(query))
        assert isinstance(asked, Spelled)
        matched = table.execute(
            "SELECT rowid FROM entry WHERE entry MATCH ?", [match_string(asked, is_open=False)]
        )
        assert {DOCUMENTS[number] for (number,) in matched} == set(TERMS[name].documents), query
