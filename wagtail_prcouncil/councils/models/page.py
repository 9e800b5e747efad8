from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from wagtail_prcouncil.blocks.body import BodyBlock
from wagtail_prcouncil.councils import panels, schema
from wagtail_prcouncil.councils.forms import CouncilPageForm
from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.election import Election
from wagtail_prcouncil.councils.models.queryset import CouncilQuerySet
from wagtail_prcouncil.councils.public.files import FILES
from wagtail_prcouncil.councils.routes import CouncilRoutes
from wagtail_prcouncil.councils.states import CouncilEnd, Level, QuorumKind
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.fields import (
    CanonicalCharField,
    CanonicalTextField,
    OpenStreamField,
    TelephoneField,
)
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.ui.teasers import Teaser

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.public.profiles import CouncilProfile


class CouncilMixin(PRCouncilPageMixin):
    """شورا: a standing body that meets. `title` is its name.

    The page holds words, which are translated, and what describes the body. Who sits in it hangs
    on its original (rule A18). `closed_on` and its reason are written by
    `actions.closing.close_council` on all pages of its group, and survive drafts (rule A17).
    """

    short_name = CanonicalCharField(_("short name"), max_length=80, blank=True)
    summary = CanonicalTextField(_("what it is for"), blank=True)
    level = models.CharField(
        _("level"), max_length=20, choices=Level.choices, default=Level.MINISTRY
    )
    sector = models.ForeignKey(
        Agency,
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The ministry whose agencies meet here. Empty: agencies of every sector."),
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("province"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    parent_council = models.ForeignKey(
        Page,
        verbose_name=_("council above it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, editable=False)
    closing_reason = models.CharField(
        _("reason of closing"),
        max_length=20,
        blank=True,
        editable=False,
        choices=CouncilEnd.choices,
    )
    closing_note = CanonicalTextField(_("closing, in words"), blank=True, editable=False)
    mandate = OpenStreamField(BodyBlock(), verbose_name=_("mandate"), blank=True)
    legal_basis = CanonicalTextField(_("legal basis"), blank=True)
    legal_document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document of the legal basis"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("seal or logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    secretariat = CanonicalCharField(_("secretariat"), max_length=200, blank=True)
    secretariat_address = CanonicalTextField(_("address of the secretariat"), blank=True)
    telephone = TelephoneField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    quorum_kind = models.CharField(
        _("quorum"), max_length=20, choices=QuorumKind.choices, default=QuorumKind.MAJORITY
    )
    quorum_value = models.PositiveSmallIntegerField(
        _("share or number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("Empty for more than half."),
    )
    meeting_rhythm = CanonicalCharField(
        _("meets"), max_length=200, blank=True, help_text=_("For example: «هر ماه، شنبهٔ سوم»")
    )
    ethics_charter = models.ForeignKey(
        Page,
        verbose_name=_("ethics charter"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    live_fields: ClassVar[tuple[str, ...]] = ("closed_on", "closing_reason", "closing_note")
    top_slot = "council_top"
    profile: "CouncilProfile | None" = None
    facts: "CouncilPage | None" = None  # the original for readers, once a profile has read it
    home: "CouncilPage | None" = None
    objects = PageManager.from_queryset(CouncilQuerySet)()

    class Meta:
        abstract = True

    def original(self) -> "CouncilPage":
        """The page of its group on which its facts hang, whether or not readers may see it. Not
        looked for again once `shown_original` has read it."""
        return self.home or self._home(CouncilPage.objects.all())

    def _home(self, pages: CouncilQuerySet) -> "CouncilPage":
        here: Any = self
        source = self.alias_of.specific if self.alias_of_id else here
        group = pages.filter(translation_key=source.translation_key, alias_of=None)
        return group.original_first().first() or source

    def shown_original(self, pages: CouncilQuerySet | None = None) -> "CouncilPage":
        """The original, for readers, read from `pages`. Where it is kept from them and this page is
        not, the page itself: then nothing shows of those who sit there."""
        here: Any = self
        self.home = home = self._home(CouncilPage.objects.all() if pages is None else pages)
        return here if self.is_readable and not home.is_readable else home

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """schema.org: the council with those who sit there; parts of it are told nothing of."""
        return schema.council(self.profile, request) if self.profile else None

    @property
    def seated_agencies(self) -> Collection[int] | None:
        """Once a view shows a council that goes on."""
        shown = self.profile
        return shown.seated_agencies if shown and not shown.is_closed else None

    def facets(self) -> Facets:
        facts = self.facts or self.shown_original()
        return Facets(province_id=facts.province_id, council_ids=(facts.pk,) if facts.pk else ())

    def teaser(self, request: HttpRequest | None) -> Teaser:
        url = self.get_url(request) or ""
        text = self.summary or self.search_description
        return Teaser(self.title, url, text=text, image=self.logo, page=self)


class AbstractCouncilPage(CouncilRoutes, CouncilMixin, Page):
    """A council as a Wagtail page. Subclass `CouncilPage` to extend; this to start afresh."""

    base_form_class = CouncilPageForm
    content_panels = [*Page.content_panels, *panels.COUNCIL]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("short_name"),
        index.SearchField("summary"),
        index.SearchField("mandate"),
        index.FilterField("level"),
        index.FilterField("province"),
    ]
    parent_page_types: ClassVar[list[str]] = ["prcouncil_councils.CouncilIndexPage"]

    class Meta:
        abstract = True

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The council, and what of its history lies below its address."""
        address, home = self.get_full_url(request), self.shown_original()
        stays = Appointment.objects.of_council(home)
        parts = {
            "seats/": stays.exists(),
            "members/": stays.former().exists(),
            "elections/": Election.objects.of_council(home).exists(),
        }
        there = [{"location": f"{address}{part}"} for part, is_there in parts.items() if is_there]
        return super().get_sitemap_urls(request) + there

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it; later windows of lists and earlier terms
        last as long as the site lets caches keep a page."""
        return ["/", "/seats/", "/members/", "/elections/", *(f"/{name}" for name in FILES)]


class CouncilPage(AbstractCouncilPage):
    """شورا."""

    class Meta(AbstractCouncilPage.Meta):
        verbose_name = _("council")
        verbose_name_plural = _("councils")


class UpperBody(Orderable):
    """A body that a council answers to: of the register, or by name."""

    council = ParentalKey(CouncilPage, on_delete=models.CASCADE, related_name="upper_bodies")
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = CanonicalCharField(_("body that is not in the register"), max_length=200, blank=True)
    name_en = CanonicalCharField(_("its name in English"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("upper body")
        verbose_name_plural = _("upper bodies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(agency=None, name=""),
                name="prcouncil_upper_body_is_named",
                violation_error_message=_("Choose an agency, or write a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_in("fa")

    @property
    def holds_for(self) -> CouncilPage:
        """Whom an editor finds when the agency cannot be deleted (rule A20)."""
        return self.council

    def name_in(self, language: str) -> str:
        if self.agency is not None:
            return self.agency.name_in(language)
        return self.name if language.startswith("fa") else self.name_en or self.name
