import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string

import wagtail_prcouncil.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsIndexPage",
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
                "verbose_name": "news index",
                "verbose_name_plural": "news indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="SectionPage",
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
                "verbose_name": "section",
                "verbose_name_plural": "sections",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True, verbose_name="number")),
                (
                    "legacy",
                    models.BooleanField(
                        default=False,
                        help_text="The number came with an import instead of from our own sequence.",
                        verbose_name="from an older system",
                    ),
                ),
                (
                    "allotted_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="allotted at"),
                ),
                (
                    "page",
                    models.OneToOneField(
                        null=True,
                        on_delete=wagtail_prcouncil.fields.hand_over,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "news code",
                "verbose_name_plural": "news codes",
            },
        ),
        migrations.CreateModel(
            name="NewsPage",
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
                    "kicker",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="kicker"
                    ),
                ),
                (
                    "deck",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=300, verbose_name="deck"
                    ),
                ),
                (
                    "lead",
                    wagtail_prcouncil.fields.CanonicalTextField(blank=True, verbose_name="lead"),
                ),
                (
                    "body",
                    wagtail_prcouncil.fields.OpenStreamField([], blank=True, verbose_name="text"),
                ),
                (
                    "agency_name",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="agency"
                    ),
                ),
                (
                    "source_line",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="For example: «به گزارش … به نقل از …»",
                        max_length=300,
                        verbose_name="source",
                    ),
                ),
                (
                    "hero_alt",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="alternative text"
                    ),
                ),
                (
                    "hero_caption",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=250, verbose_name="caption"
                    ),
                ),
                (
                    "hero_credit",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="Printed as written, for example: «عکس: …»",
                        max_length=120,
                        verbose_name="credit",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "code",
                    models.PositiveBigIntegerField(
                        db_index=True, editable=False, null=True, verbose_name="news code"
                    ),
                ),
                (
                    "hero_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="picture",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="prcouncil_news.sectionpage",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "news item",
                "verbose_name_plural": "news items",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["published_at", "page_ptr"], name="newspage_published"),
                    models.Index(fields=["section", "published_at"], name="newspage_section"),
                ],
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged_items",
                        to="prcouncil_news.newspage",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(app_label)s_%(class)s_items",
                        to="taggit.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="newspage",
            name="tags",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="prcouncil_news.NewsTag",
                to="taggit.Tag",
                verbose_name="tags",
            ),
        ),
    ]
