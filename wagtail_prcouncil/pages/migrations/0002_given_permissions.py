import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("prcouncil_pages", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="GivenPermission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="auth.permission",
                        verbose_name="permission",
                    ),
                ),
                (
                    "work_group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given",
                        to="prcouncil_pages.workgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "given permission",
                "verbose_name_plural": "given permissions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("work_group", "permission"), name="prcouncil_permission_given_once"
                    )
                ],
            },
        ),
    ]
