import django.db.models.deletion
from django.db import migrations, models

import wagtail_prcouncil.fields


class Migration(migrations.Migration):
    dependencies = [
        ("prcouncil_directory", "0002_provinces"),
        ("prcouncil_news", "0001_initial"),
    ]

    operations = [
        migrations.RenameField("newspage", "source_line", "source_outlet"),
        migrations.AlterField(
            model_name="newspage",
            name="source_outlet",
            field=wagtail_prcouncil.fields.CanonicalCharField(
                blank=True,
                help_text="Who reports it; readers see «به گزارش …» before it.",
                max_length=300,
                verbose_name="outlet",
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="quoted_agency",
            field=models.ForeignKey(
                blank=True,
                help_text="Whom the outlet quotes: «به نقل از …».",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="prcouncil_directory.agency",
                verbose_name="quoted agency",
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="quoted_source",
            field=wagtail_prcouncil.fields.CanonicalCharField(
                blank=True,
                max_length=200,
                verbose_name="quoted source that is not in the register",
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="quoted_url",
            field=models.URLField(blank=True, verbose_name="address of the quoted text"),
        ),
        migrations.AddField(
            model_name="newspage",
            name="dateline_place",
            field=wagtail_prcouncil.fields.CanonicalCharField(
                blank=True,
                help_text="Where it is reported from, for example: «شیراز».",
                max_length=100,
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="end_mark",
            field=wagtail_prcouncil.fields.CanonicalCharField(
                blank=True,
                help_text="Printed as written after the text, for example: «انتهای پیام/ع».",
                max_length=60,
                verbose_name="end mark",
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="prcouncil_directory.agency",
                verbose_name="agency",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="agency_name",
            field=wagtail_prcouncil.fields.CanonicalCharField(
                blank=True, max_length=200, verbose_name="agency that is not in the register"
            ),
        ),
        migrations.AddField(
            model_name="newspage",
            name="province",
            field=models.ForeignKey(
                blank=True,
                help_text="Left empty, it becomes the agency's.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="prcouncil_directory.province",
                verbose_name="province",
            ),
        ),
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["agency", "published_at"], name="newspage_agency"),
        ),
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["province", "published_at"], name="newspage_province"),
        ),
    ]
