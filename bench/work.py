"""What a statement reads, which no clock on a noisy machine can blur.

A flat query count proves little: a single statement may read all N rows. PostgreSQL counts the
8 kB buffers a statement touches (EXPLAIN ANALYZE, BUFFERS); SQLite counts the instructions of
its virtual machine. The two units cannot be compared, each with itself can.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection


@dataclass
class Work:
    """The statements of one request: how many, and what the hungriest of them reads."""

    queries: int = 0
    most: int = 0
    statement: str = ""

    def note(self, statement: str, cost: int) -> None:
        if cost > self.most:
            self.most, self.statement = cost, statement


def work_of(call: Callable[[], object]) -> Work:
    """Run `call` once and weigh each of its statements."""
    return _on_postgres(call) if connection.vendor == "postgresql" else _on_sqlite(call)


def _on_postgres(call: Callable[[], object]) -> Work:
    work, seen = Work(), []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        work.queries += 1
        if sql.lstrip().upper().startswith("SELECT"):
            seen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        call()
    with connection.cursor() as cursor:
        for sql, params in seen:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
            found = cursor.fetchone()[0]
            plan = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
            work.note(sql, plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])
    return work


def _on_sqlite(call: Callable[[], object]) -> Work:
    work, steps, current = Work(), 0, ["", 0]

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    def settle() -> None:
        # Rows are fetched after `execute`, so a statement is charged until the next begins.
        if current[0]:
            work.note(current[0], steps - current[1])

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        settle()
        work.queries += 1
        current[:] = [sql, steps]
        return execute(sql, params, many, context)

    connection.ensure_connection()
    connection.connection.set_progress_handler(step, 1)
    try:
        with connection.execute_wrapper(watch):
            call()
        settle()
    finally:
        connection.connection.set_progress_handler(None, 1)
    return work
