"""PostgreSQL's own reading of what we write and ask, under both kinds of character types."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from modelsearch.query import PlainText

from tests.database import PostgresStore
from tests.search.spellings import DECOYS, TERMS
from wagtail_prcouncil.search.folding import indexed_text
from wagtail_prcouncil.search.notation import tsquery
from wagtail_prcouncil.search.widening import Spelled, widen

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db]


@pytest.fixture(params=["C", "C.UTF-8"])
def server(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """A database whose letters are ASCII's alone, and one that knows Persian's."""
    store = PostgresStore(connection.settings_dict)
    name = f"prctest_letters_{os.getpid()}"
    store.drop(name)
    ctype = f"LC_COLLATE '{request.param}' LC_CTYPE '{request.param}'"
    store._run(f"CREATE DATABASE {{}} TEMPLATE template0 ENCODING 'UTF8' {ctype}", name)
    with psycopg.connect(store.url(name)) as opened:
        yield opened
    store.drop(name)


def test_every_spelling_is_found_whatever_the_database_calls_a_letter(
    server: psycopg.Connection,
) -> None:
    server.execute("CREATE TABLE document (title text, body tsvector)")
    for title in [*(text for term in TERMS.values() for text in term.documents), *DECOYS]:
        server.execute(
            "INSERT INTO document VALUES (%s, to_tsvector('simple', %s))",
            [title, indexed_text(title)],
        )
    for term in TERMS.values():
        for query in term.queries:
            asked = widen(PlainText(query))
            assert isinstance(asked, Spelled)
            rows = server.execute(
                "SELECT title FROM document WHERE body @@ to_tsquery('simple', %s)",
                [tsquery(asked, is_open=False)],
            )
            assert {title for (title,) in rows} == set(term.documents), query
