"""Which backend a database gets, and what the migration gives PostgreSQL."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from modelsearch.backends import database, get_search_backend
from wagtail.models import Page

from tests.search.writing import write
from wagtail_prcouncil.search import backend
from wagtail_prcouncil.search.matching import FoldingBackend

pytestmark = pytest.mark.django_db


def test_the_database_gets_a_folding_backend() -> None:
    assert isinstance(get_search_backend(), FoldingBackend)


def test_a_database_without_full_text_search_gets_the_stock_backend(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(database, "USE_SQLITE_FTS", False)
    monkeypatch.setattr(backend, "connection", SimpleNamespace(vendor="sqlite"))
    assert not isinstance(get_search_backend(), FoldingBackend)


def test_a_site_may_choose_the_text_search_configuration() -> None:
    assert get_search_backend().config in (None, "simple")
    assert get_search_backend("default", SEARCH_CONFIG="english").config in (None, "english")


def _has_index() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_indexes WHERE tablename = %s AND indexname = %s",
            [
                apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table,
                "prcouncil_search_title_body",
            ],
        )
        return cursor.fetchone() is not None


@pytest.mark.needs("postgres")
def test_postgres_answers_from_an_index_over_title_and_body() -> None:
    write([f"خبر {number}" for number in range(500)])
    entries = Page.objects.search("خبر 77").query_compiler.entries("simple")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailsearch_indexentry")
        cursor.execute("SET LOCAL enable_seqscan = off")  # a small table is read whole otherwise
        # New entries wait in a list that is read whole; when it is long, another index is cheaper.
        cursor.execute("SELECT gin_clean_pending_list('prcouncil_search_title_body')")
    assert "prcouncil_search_title_body" in entries.explain()


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_the_migration_can_be_undone_and_done_again() -> None:
    assert _has_index()
    call_command("migrate", "prcouncil_search", "zero", verbosity=0)
    assert not _has_index()
    call_command("migrate", "prcouncil_search", verbosity=0)
    assert _has_index()
