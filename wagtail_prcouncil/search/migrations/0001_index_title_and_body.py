from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDEX = "prcouncil_search_title_body"


def index_title_and_body(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lets PostgreSQL answer `title || body @@ query` from an index: Wagtail's own GIN indexes
    are on the single columns, which its search does not ask.
    """
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {INDEX} ON {schema_editor.quote_name(table)}"
            " USING gin ((title || body))"
        )


def drop_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("wagtailsearch", "0006_customise_indexentry")]

    operations = [migrations.RunPython(index_title_and_body, drop_index, elidable=False)]
