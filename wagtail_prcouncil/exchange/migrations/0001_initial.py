import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=50, verbose_name="what is imported")),
                ("file_name", models.CharField(max_length=255, verbose_name="file")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checked", "checked"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "stopped"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="checked",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("lines", models.JSONField(verbose_name="lines as read")),
                (
                    "unknown_headings",
                    models.JSONField(default=list, verbose_name="unknown headings"),
                ),
                ("report", models.JSONField(default=list, verbose_name="report by line")),
                ("counts", models.JSONField(default=dict, verbose_name="lines by outcome")),
                ("steps", models.JSONField(default=list, verbose_name="changes in their order")),
                (
                    "next_step",
                    models.PositiveIntegerField(default=0, verbose_name="changes applied"),
                ),
                ("failure", models.TextField(blank=True, verbose_name="why it stopped")),
                ("checked_at", models.DateTimeField(verbose_name="checked at")),
                ("started_at", models.DateTimeField(null=True, verbose_name="started at")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="started by",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-checked_at", "-pk"],
                "default_permissions": (),
            },
        ),
    ]
