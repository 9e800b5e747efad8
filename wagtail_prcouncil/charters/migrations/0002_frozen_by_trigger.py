from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# `adopted_in_id` may be emptied when the page of the meeting goes; its title stays.
ADD = """
CREATE FUNCTION prcouncil_charters_keep_adopted() RETURNS trigger AS $$
BEGIN
    IF OLD.state = 'draft' THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'What was adopted is not deleted (version %).', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state = 'draft'
        OR (NEW.charter_id, NEW.number, NEW.texts, NEW.digests, NEW.authoritative,
            NEW.adopted_on, NEW.adopted_in_title, NEW.by_consensus, NEW.votes_for,
            NEW.votes_against, NEW.abstentions, NEW.in_force_from)
        IS DISTINCT FROM
           (OLD.charter_id, OLD.number, OLD.texts, OLD.digests, OLD.authoritative,
            OLD.adopted_on, OLD.adopted_in_title, OLD.by_consensus, OLD.votes_for,
            OLD.votes_against, OLD.abstentions, OLD.in_force_from)
    THEN
        RAISE EXCEPTION 'What was adopted is not changed any more (version %).', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER prcouncil_charters_keep_adopted
BEFORE UPDATE OR DELETE ON prcouncil_charters_charterversion
FOR EACH ROW EXECUTE FUNCTION prcouncil_charters_keep_adopted();
"""
DROP = """
DROP TRIGGER prcouncil_charters_keep_adopted ON prcouncil_charters_charterversion;
DROP FUNCTION prcouncil_charters_keep_adopted();
"""


def add(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Other databases have none: there the model refuses, and `verify_charters` finds what went
    past it."""
    if editor.connection.vendor == "postgresql":
        with editor.connection.cursor() as cursor:
            cursor.execute(ADD)


def drop(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        with editor.connection.cursor() as cursor:
            cursor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("prcouncil_charters", "0001_initial")]

    operations = [migrations.RunPython(add, drop)]
