from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scope", models.CharField(max_length=100, verbose_name="scope")),
                ("year", models.PositiveSmallIntegerField(default=0, verbose_name="Jalali year")),
                ("last", models.PositiveBigIntegerField(default=0, verbose_name="last number")),
            ],
            options={
                "verbose_name": "counter",
                "verbose_name_plural": "counters",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope", "year"), name="prcouncil_counter_scope_year"
                    )
                ],
            },
        ),
    ]
