import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import modelcluster.fields
import wagtail_prcouncil.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="Province",
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
                        max_length=200, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "code",
                    models.CharField(max_length=5, unique=True, verbose_name="ISO 3166-2 code"),
                ),
            ],
            options={
                "verbose_name": "province",
                "verbose_name_plural": "provinces",
                "ordering": ["sort_key"],
            },
        ),
        migrations.CreateModel(
            name="Agency",
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
                        max_length=200, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "code",
                    models.CharField(
                        help_text="Its place in addresses and import files. Keep it for ever.",
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Small Latin letters, digits and hyphens only, for example “roads-qazvin”.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ministry", "ministry"),
                            ("headquarters_centre", "headquarters centre"),
                            ("provincial_directorate", "provincial directorate"),
                            ("organisation", "organisation"),
                            ("bank", "bank"),
                            ("company", "company"),
                            ("university", "university"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        blank=True,
                        choices=[("affiliated", "affiliated"), ("subordinate", "subordinate")],
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                (
                    "pr_kind",
                    models.CharField(
                        blank=True,
                        choices=[("unit", "PR unit"), ("liaison", "PR liaison")],
                        max_length=20,
                        verbose_name="public relations by",
                    ),
                ),
                (
                    "summary",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, verbose_name="what it does"
                    ),
                ),
                (
                    "summary_en",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, verbose_name="what it does, in English"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "telephone",
                    wagtail_prcouncil.fields.TelephoneField(
                        blank=True, max_length=40, verbose_name="telephone"
                    ),
                ),
                (
                    "address",
                    wagtail_prcouncil.fields.CanonicalTextField(blank=True, verbose_name="address"),
                ),
                (
                    "address_en",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, verbose_name="address in English"
                    ),
                ),
                (
                    "postal_code",
                    wagtail_prcouncil.fields.PostalCodeField(
                        blank=True, max_length=10, verbose_name="postal code"
                    ),
                ),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founded on")),
                (
                    "closed_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="closed on"
                    ),
                ),
                (
                    "closing_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("abolished", "abolished"),
                            ("merged", "merged into another"),
                            ("replaced", "replaced by another"),
                            ("split", "split into several"),
                            ("left", "left the ministry's register"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="reason of closing",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="logo",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="prcouncil_directory.agency",
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for a body of the whole country.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agencies",
                        to="prcouncil_directory.province",
                        verbose_name="province",
                    ),
                ),
            ],
            options={
                "verbose_name": "agency",
                "verbose_name_plural": "agencies",
                "ordering": ["sort_key", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("closing_reason", "")),
                            models.Q(
                                ("closed_on__isnull", False),
                                models.Q(("closing_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="prcouncil_agency_closing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("founded_on__lte", models.F("closed_on"))),
                        name="prcouncil_agency_lifetime",
                        violation_error_message="It was closed before that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("pk")), _negated=True),
                        name="prcouncil_agency_own_parent",
                    ),
                    models.UniqueConstraint(
                        models.F("folded_name"),
                        django.db.models.functions.comparison.Coalesce("province", 0),
                        django.db.models.functions.comparison.Coalesce("parent", 0),
                        condition=models.Q(("closed_on", None)),
                        name="prcouncil_agency_name",
                        violation_error_message="An agency of this name is in the register already, in the same province and below the same body.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        max_length=200, verbose_name="name"
                    ),
                ),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "agency",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="prcouncil_directory.agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                        max_length=200, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "honorific_prefix",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True,
                        help_text="For example: «دکتر»",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_prefix_en",
                    wagtail_prcouncil.fields.CanonicalCharField(
                        blank=True, max_length=60, verbose_name="honorific in English"
                    ),
                ),
                (
                    "other_posts",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True,
                        help_text="Posts outside the councils, one on each line.",
                        verbose_name="other posts",
                    ),
                ),
                (
                    "other_posts_en",
                    wagtail_prcouncil.fields.CanonicalTextField(
                        blank=True, verbose_name="other posts in English"
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "persons",
                "ordering": ["sort_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="successions",
                        to="prcouncil_directory.agency",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inheritances",
                        to="prcouncil_directory.agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "succession",
                "verbose_name_plural": "successions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "successor"), name="prcouncil_succession_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agency", models.F("successor")), _negated=True),
                        name="prcouncil_succession_other",
                    ),
                ],
            },
        ),
    ]
