from django.db import migrations
from django.db.models.functions import Substr

OPENING = "به گزارش "


def drop_opening(apps, schema_editor):
    """The column held the line as readers saw it; the templates say its first words now."""
    rows = apps.get_model("prcouncil_news", "NewsPage").objects.using(schema_editor.connection.alias)
    lines = rows.filter(source_outlet__startswith=OPENING)
    lines.update(source_outlet=Substr("source_outlet", len(OPENING) + 1))


class Migration(migrations.Migration):
    dependencies = [("prcouncil_news", "0002_agency_and_source")]

    operations = [migrations.RunPython(drop_opening, migrations.RunPython.noop)]
