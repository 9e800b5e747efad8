"""Where PostgreSQL's sequences stand: they go on although what was written is rolled back. On
SQLite the ids begin again by themselves."""

from typing import TypeAlias

from django.db import connection

Counters: TypeAlias = dict[str, tuple[int, bool]]
"""By the sequence's name: its last value, and whether that was given to somebody."""


def read() -> Counters:
    if connection.vendor != "postgresql":
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, sequencename),"
            " coalesce(last_value, start_value), last_value IS NOT NULL FROM pg_sequences"
        )
        return {name: (value, was_given) for name, value, was_given in cursor.fetchall()}


def put_back(stood: Counters) -> None:
    if stood:
        call = ", ".join(["setval(%s, %s, %s)"] * len(stood))
        given = [
            part for name, (value, was_given) in stood.items() for part in (name, value, was_given)
        ]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {call}", given)


def before(stood: Counters, stand: Counters) -> Counters:
    """Where those stood that have gone on."""
    return {name: stood[name] for name in stand if stood[name] != stand[name]}
