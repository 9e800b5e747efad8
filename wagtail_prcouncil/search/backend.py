"""The backend that Wagtail asks for: the vendor's own, taught to fold Persian."""

from typing import Any

from django.db import connection
from modelsearch.backends import database


# Wagtail looks the backend up by this name and calls it as if it were the class.
def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802
    """The folding backend of the default database: PostgreSQL, or SQLite with FTS5.

    Any other database gets modelsearch's own backend, which does not fold; so does SQLite before
    its full-text table exists.
    """
    if connection.vendor == "postgresql":
        from wagtail_prcouncil.search.postgres import FoldingPostgresBackend  # noqa: PLC0415 (A16)

        return FoldingPostgresBackend(params)
    stock = database.SearchBackend(params)
    if connection.vendor == "sqlite" and database.USE_SQLITE_FTS:
        from wagtail_prcouncil.search.sqlite import FoldingSQLiteBackend  # noqa: PLC0415 (A16)

        return FoldingSQLiteBackend(params)
    return stock
