import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("editor", "News editors"),
                            ("desk_chief", "Desk chiefs"),
                            ("moderator", "Comment moderators"),
                            ("council_secretary", "Council secretaries"),
                            ("agency_reporter", "Agency reporters"),
                        ],
                        max_length=30,
                        unique=True,
                        verbose_name="kind",
                    ),
                ),
                (
                    "group",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="auth.group",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "work group",
                "verbose_name_plural": "work groups",
            },
        ),
    ]
