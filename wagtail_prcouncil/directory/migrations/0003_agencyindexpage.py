import django.db.models.deletion
from django.db import migrations, models

import wagtail_prcouncil.fields


class Migration(migrations.Migration):
    dependencies = [
        ("prcouncil_directory", "0002_provinces"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "intro",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, verbose_name="introduction"
                    ),
                ),
            ],
            options={
                "verbose_name": "register of agencies",
                "verbose_name_plural": "registers of agencies",
            },
            bases=("wagtailcore.page",),
        ),
    ]
