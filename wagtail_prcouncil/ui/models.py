"""What a ministry says of itself on every page: its brand."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Cast, JSONObject
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string
from wagtail.models import Page, PreviewableMixin

from wagtail_prcouncil.fields import (
    CanonicalCharField,
    CanonicalTextField,
    OpenStreamField,
    PostalCodeField,
    TelephoneField,
)
from wagtail_prcouncil.ui.brand import preview as brand_preview
from wagtail_prcouncil.ui.brand.colours import HEX, ColourField, tidy
from wagtail_prcouncil.ui.brand.contrast import shortfalls
from wagtail_prcouncil.ui.brand.panels import BRAND
from wagtail_prcouncil.ui.brand.social import SocialLinksBlock
from wagtail_prcouncil.ui.brand.tokens import BrandColours
from wagtail_prcouncil.uploads.svg import check_svg

STRONGEST_MOTIF = 0.25
ROUNDEST = 16  # px
COLOURS = ("brand", "accent", "on_brand")


def _picture(name: Any, help_text: Any) -> models.ForeignKey:
    return models.ForeignKey(
        get_image_model_string(),
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


@register_setting(icon="site")
class BrandSettings(PreviewableMixin, BaseSiteSetting):
    """Name, marks, colours and addresses of the institution that a site belongs to.

    One row for all languages (rule A18): words are in pairs, `…_en` for readers of any language
    but Persian. Every field may be empty; the face then does without it.
    """

    name = CanonicalCharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("Empty: the title of the home page."),
    )
    name_en = CanonicalCharField(_("name in English"), max_length=120, blank=True)
    tagline = CanonicalCharField(
        _("second line"), max_length=120, blank=True, help_text=_("Smaller, below the name.")
    )
    tagline_en = CanonicalCharField(_("second line in English"), max_length=120, blank=True)

    emblem = _picture(
        _("emblem"),
        _("Beside the name. An SVG or PNG without a background, to be seen on white and on black."),
    )
    logo = _picture(
        _("logo"), _("With name and emblem in one picture, for search engines. PNG or JPEG.")
    )

    brand = ColourField(
        _("brand colour"), blank=True, help_text=_("Links, rules, buttons, top bar and footer.")
    )
    accent = ColourField(
        _("second colour"), blank=True, help_text=_("Small headings and the official voice.")
    )
    on_brand = ColourField(
        _("text on the brand colour"), blank=True, help_text=_("On buttons. Empty: white.")
    )
    motif_strength = models.DecimalField(
        _("strength of the ornament"),
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(STRONGEST_MOTIF)],
        help_text=_("From 0 (no ornament) to 0.25. Empty: 0.13."),
    )
    radius = models.PositiveSmallIntegerField(
        _("roundness of fields and buttons"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(ROUNDEST)],
        help_text=_("In pixels, from 0 to 16. Empty: 3."),
    )

    address = CanonicalTextField(_("address"), max_length=300, blank=True)
    address_en = CanonicalTextField(_("address in English"), max_length=300, blank=True)
    postal_code = PostalCodeField(_("postal code"), max_length=10, blank=True)
    telephone = TelephoneField(_("telephone"), max_length=40, blank=True)
    fax = TelephoneField(_("fax"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    links = OpenStreamField(
        SocialLinksBlock(), verbose_name=_("networks and messengers"), blank=True
    )

    privacy_page = models.ForeignKey(
        Page,
        verbose_name=_("privacy page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Instead of the page on cookies and privacy that comes with the site."),
    )
    licence = CanonicalCharField(
        _("copyright"),
        max_length=200,
        blank=True,
        help_text=_("Empty: May be republished if the source is named."),
    )
    licence_en = CanonicalCharField(_("copyright in English"), max_length=200, blank=True)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    panels = BRAND
    select_related = ["site", "emblem", "logo", "privacy_page"]

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")

    def clean(self) -> None:
        """Drawings that could run, and colours on which nobody can read, are refused."""
        super().clean()
        errors: dict[str, Any] = {}
        for name in ("emblem", "logo"):
            if problem := _problem_of_drawing(getattr(self, name)):
                errors[name] = problem
        for shortfall in shortfalls(self.colours):
            # White as on_brand is nobody's choice: then the brand is the one to change.
            errors[shortfall.pair.chosen] = ValidationError(str(shortfall), code="contrast")
        if errors:
            raise ValidationError(errors)

    @property
    def colours(self) -> BrandColours:
        """The chosen colours, with the style sheet's own for those that are none."""
        chosen = {name: tidy(getattr(self, name)) for name in COLOURS}
        return BrandColours(**{name: text for name, text in chosen.items() if HEX.fullmatch(text)})

    @classmethod
    def version_of(cls, site_id: int) -> models.Subquery:
        """A text that changes with the row and with the files of its pictures; NULL without a
        row. To be read along with another query."""
        state = JSONObject(changed="changed_at", emblem="emblem__file", logo="logo__file")
        rows = cls.objects.filter(site_id=site_id)
        return models.Subquery(
            rows.values(version=Cast(state, models.TextField())),
            output_field=models.TextField(),
        )

    def get_full_url(self) -> str:
        """Where a preview pretends to be asked for: the site's own host."""
        return f"{self.site.root_url}/"

    full_url = property(get_full_url)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return brand_preview.modes()

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The home page or the specimen, with the brand as it stands in the form."""
        return brand_preview.serve(request, mode_name, self.site)


def _problem_of_drawing(image: Any) -> ValidationError | None:
    """Why a picture may not be the site's mark, where it is an SVG drawing."""
    if image is None or not image.is_svg():
        return None
    try:
        with image.open_file() as file:
            check_svg(file)
    except ValidationError as error:
        return error
    except OSError:
        return ValidationError(_("The file of this picture is missing."), code="missing")
    return None
