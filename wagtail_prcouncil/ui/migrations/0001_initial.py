import django.core.validators
import django.db.models.deletion
import wagtail.models.preview
from django.db import migrations, models
from wagtail.images import get_image_model_string

import wagtail_prcouncil.fields
import wagtail_prcouncil.ui.brand.colours


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="BrandSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="Empty: the title of the home page.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=120, verbose_name="name in English"
                    ),
                ),
                (
                    "tagline",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="Smaller, below the name.",
                        max_length=120,
                        verbose_name="second line",
                    ),
                ),
                (
                    "tagline_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=120, verbose_name="second line in English"
                    ),
                ),
                (
                    "brand",
                    wagtail_prcouncil.ui.brand.colours.ColourField(
                        blank=True,
                        help_text="Links, rules, buttons, top bar and footer.",
                        max_length=7,
                        verbose_name="brand colour",
                    ),
                ),
                (
                    "accent",
                    wagtail_prcouncil.ui.brand.colours.ColourField(
                        blank=True,
                        help_text="Small headings and the official voice.",
                        max_length=7,
                        verbose_name="second colour",
                    ),
                ),
                (
                    "on_brand",
                    wagtail_prcouncil.ui.brand.colours.ColourField(
                        blank=True,
                        help_text="On buttons. Empty: white.",
                        max_length=7,
                        verbose_name="text on the brand colour",
                    ),
                ),
                (
                    "motif_strength",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="From 0 (no ornament) to 0.25. Empty: 0.13.",
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(0.25),
                        ],
                        verbose_name="strength of the ornament",
                    ),
                ),
                (
                    "radius",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="In pixels, from 0 to 16. Empty: 3.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(16)],
                        verbose_name="roundness of fields and buttons",
                    ),
                ),
                (
                    "address",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, max_length=300, verbose_name="address"
                    ),
                ),
                (
                    "address_en",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, max_length=300, verbose_name="address in English"
                    ),
                ),
                (
                    "postal_code",
                    wagtail_prcouncil.fields.PostalCodeField(
                        blank=True, max_length=10, verbose_name="postal code"
                    ),
                ),
                (
                    "telephone",
                    wagtail_prcouncil.fields.TelephoneField(
                        blank=True, max_length=40, verbose_name="telephone"
                    ),
                ),
                (
                    "fax",
                    wagtail_prcouncil.fields.TelephoneField(
                        blank=True, max_length=40, verbose_name="fax"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "links",
                    wagtail_prcouncil.fields.OpenStreamField(
                        [], blank=True, verbose_name="networks and messengers"
                    ),
                ),
                (
                    "licence",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="Empty: May be republished if the source is named.",
                        max_length=200,
                        verbose_name="copyright",
                    ),
                ),
                (
                    "licence_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="copyright in English"
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "emblem",
                    models.ForeignKey(
                        blank=True,
                        help_text="Beside the name. An SVG or PNG without a background, to be seen on white and on black.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="emblem",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        help_text="With name and emblem in one picture, for search engines. PNG or JPEG.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="logo",
                    ),
                ),
                (
                    "privacy_page",
                    models.ForeignKey(
                        blank=True,
                        help_text="Instead of the page on cookies and privacy that comes with the site.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="privacy page",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "brand",
                "verbose_name_plural": "brands",
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
    ]
