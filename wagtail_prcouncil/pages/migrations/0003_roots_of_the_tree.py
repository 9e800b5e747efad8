from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDEX = "prcouncil_pages_roots"


def index_roots(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Each screen of Wagtail's admin asks a superuser's pages at the top of the tree, and looks
    through all pages for the one there is: `depth` has no index. This one holds a row or two.
    """
    table = apps.get_model("wagtailcore", "Page")._meta.db_table
    schema_editor.execute(
        f"CREATE INDEX IF NOT EXISTS {INDEX} ON {schema_editor.quote_name(table)} (path)"
        " WHERE depth = 1"
    )


def drop_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("prcouncil_pages", "0002_given_permissions"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [migrations.RunPython(index_roots, drop_index, elidable=False)]
