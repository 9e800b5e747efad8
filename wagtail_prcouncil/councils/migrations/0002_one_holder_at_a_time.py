from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# A range over the seat's own number, so that GiST compares both columns without an extension that
# a site's database user may not be allowed to create.
ADD = """
ALTER TABLE prcouncil_councils_appointment
ADD CONSTRAINT prcouncil_one_holder_at_a_time EXCLUDE USING gist (
    int8range(seat_id, seat_id, '[]') WITH &&,
    daterange(surely_since, surely_until, '[]') WITH &&
)
WHERE (
    capacity IN ('full', 'acting')
    AND (surely_until IS NULL OR surely_since <= surely_until)
)
DEFERRABLE INITIALLY IMMEDIATE
"""
DROP = "ALTER TABLE prcouncil_councils_appointment DROP CONSTRAINT prcouncil_one_holder_at_a_time"


def add(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Other databases have no such constraint: there the actions ask under a lock."""
    if editor.connection.vendor == "postgresql":
        editor.execute(ADD)


def drop(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("prcouncil_councils", "0001_initial")]

    operations = [migrations.RunPython(add, drop)]
