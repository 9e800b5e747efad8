from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Value
from django.db.models.functions import Concat, Left, Substr

OPENING = "به گزارش "
LONGEST = 300


def drop_opening(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The column held the line as readers saw it; the templates say its first words now."""
    rows = apps.get_model("prcouncil_news", "NewsPage").objects.using(
        schema_editor.connection.alias
    )
    lines = rows.filter(source_outlet__startswith=OPENING)
    lines.update(source_outlet=Substr("source_outlet", len(OPENING) + 1))


def say_opening(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The way back: Persian readers would miss the words, which no template said then."""
    rows = apps.get_model("prcouncil_news", "NewsPage").objects.using(
        schema_editor.connection.alias
    )
    lines = rows.filter(locale__language_code="fa").exclude(source_outlet="")
    lines = lines.exclude(source_outlet__startswith=OPENING)
    lines.update(source_outlet=Left(Concat(Value(OPENING), F("source_outlet")), LONGEST))


class Migration(migrations.Migration):
    dependencies = [("prcouncil_news", "0002_agency_and_source")]

    operations = [migrations.RunPython(drop_opening, say_opening)]
