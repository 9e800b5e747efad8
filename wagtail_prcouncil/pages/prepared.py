"""Queries that are written once in a process, and asked for other numbers each time.

Django turns each query into SQL anew. For what every reader's page asks, over several tables and
dozens of columns, that takes longer than the database.
"""

from collections.abc import Iterator
from typing import Any

from asgiref.local import Local
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet

_FIRST = 2_000_000_000


def samples(size: int) -> list[int]:
    """Numbers to make a query with: they stand in no other condition, and fit every key."""
    return [_FIRST + number for number in range(size)]


class Prepared:
    """The query `rows` (a `values_list`), in which each of `samples` stands for a number."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        self._rows = rows
        self._local = Local()

    def read(self, *numbers: int) -> Iterator[list[Any]]:
        """One query. The values of each row are what Django would give."""
        return self.statement().read(numbers)

    def statement(self) -> "Statement":
        """As this thread's connection is asked: a connection belongs to one."""
        db = self._rows.db
        known: Statement | None = getattr(self._local, db, None)
        if known is None or known.connection is not connections[db]:
            known = Statement(self._rows, connections[db])
            setattr(self._local, db, known)
        return known


class Statement:
    """A query in SQL, with places for numbers."""

    def __init__(self, rows: QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self._compiler = rows.query.get_compiler(connection=connection)
        self._sql, params = self._compiler.as_sql()
        self._params = list(params)
        self._places = {
            place: value - _FIRST
            for place, value in enumerate(params)
            if isinstance(value, int) and value >= _FIRST
        }
        read = [expression for expression, _sql, _alias in self._compiler.select]
        self._converters = self._compiler.get_converters(read)

    def read(self, numbers: tuple[int, ...]) -> Iterator[list[Any]]:
        params = [*self._params]
        for place, number in self._places.items():
            params[place] = numbers[number]
        with self.connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            found = cursor.fetchall()
        return self._compiler.apply_converters(found, self._converters)
