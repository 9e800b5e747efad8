"""Counts added to what stands in the table: a bulk upsert that Django has no words for.

`bulk_create(update_conflicts=True)` puts the new value in the place of the old one; a counter
wants their sum. SQLite and PostgreSQL say it alike.
"""

from collections.abc import Sequence
from contextlib import nullcontext

from django.db import connections, router, transaction

from wagtail_prcouncil.audience.models import ViewCount

AT_ONCE = 500  # rows in a statement; SQLite takes 32,766 parameters
BUCKET = ("page_id", "start", "span", "shard")
SUMMED = ("counted", "capped_minutes")


def add_counts(counts: Sequence[ViewCount]) -> None:
    """Insert the counts; where a bucket has a row, add to it and let the newer facts stand.

    All or none, and in one order, so that parallel writers never wait for each other in a circle.
    No bucket may come twice.
    """
    ordered = sorted(counts, key=lambda count: (count.page_id, count.start, count.shard))
    database = router.db_for_write(ViewCount)
    # A single statement needs no transaction round it: a reader's view costs one, and not three.
    whole = transaction.atomic(using=database) if len(ordered) > AT_ONCE else nullcontext()
    with whole:
        for first in range(0, len(ordered), AT_ONCE):
            _upsert(ordered[first : first + AT_ONCE], database)


def _upsert(counts: Sequence[ViewCount], database: str) -> None:
    connection = connections[database]
    quote = connection.ops.quote_name
    fields = [field for field in ViewCount._meta.concrete_fields if not field.primary_key]
    names = [str(field.column) for field in fields]
    table = quote(ViewCount._meta.db_table)
    row = f"({', '.join(['%s'] * len(fields))})"
    sums = [f"{quote(name)} = {table}.{quote(name)} + EXCLUDED.{quote(name)}" for name in SUMMED]
    newer = [name for name in names if name not in BUCKET + SUMMED]
    changes = ", ".join([*sums, *(f"{quote(name)} = EXCLUDED.{quote(name)}" for name in newer)])
    statement = (
        f"INSERT INTO {table} ({', '.join(map(quote, names))}) "  # noqa: S608 - names of ours
        f"VALUES {', '.join([row] * len(counts))} "
        f"ON CONFLICT ({', '.join(map(quote, BUCKET))}) DO UPDATE SET {changes}"
    )
    values = [
        field.get_db_prep_save(getattr(count, field.attname), connection)
        for count in counts
        for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
