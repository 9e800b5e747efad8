from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager

from wagtail_prcouncil.blocks.words import WORDS
from wagtail_prcouncil.charters import anchors, panels, texts
from wagtail_prcouncil.charters.blocks import AppendicesBlock, ClausesBlock, ReferencesBlock
from wagtail_prcouncil.charters.models.adopted import AdoptedWordsMixin
from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.queryset import CharterPageQuerySet
from wagtail_prcouncil.charters.models.reading import CHARTER_FIELDS, ReadCharterMixin
from wagtail_prcouncil.charters.routes import CharterRoutes
from wagtail_prcouncil.charters.writing import CharterPageForm
from wagtail_prcouncil.councils.models.below import FactsOfACouncilMixin, GalleryPicture
from wagtail_prcouncil.fields import (
    CanonicalRichTextField,
    CanonicalTextField,
    OpenStreamField,
)
from wagtail_prcouncil.pages.models import PRCouncilPageMixin


class CharterMixin(AdoptedWordsMixin, ReadCharterMixin, FactsOfACouncilMixin, PRCouncilPageMixin):
    """میثاق‌نامه، منشور، آیین‌نامه، دستورالعمل: a text with clauses that a council adopts.

    The page holds words and pictures, which are translated. Its text is the draft of the next
    version, if one was begun: what readers see of an adopted one is frozen on `CharterVersion`,
    out of the reach of any revision (rule A17). Facts hang on the original, as a `Charter` (A18).
    """

    summary = CanonicalTextField(_("what it is about"), blank=True)
    scope = CanonicalTextField(
        _("scope"), blank=True, help_text=_("Whom the text binds, and where it holds.")
    )
    preamble: Any = CanonicalRichTextField(_("preamble"), blank=True, features=WORDS)  # type: ignore[call-arg]
    clauses = OpenStreamField(ClausesBlock(), verbose_name=_("clauses"), blank=True)
    appendices = OpenStreamField(AppendicesBlock(), verbose_name=_("appendices"), blank=True)
    references = OpenStreamField(ReferencesBlock(), verbose_name=_("legal references"), blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    facts: ClassVar[str] = "prcouncil_charters.Charter"
    objects = PageManager.from_queryset(CharterPageQuerySet)()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Every clause has an anchor of its own; what was adopted is not written over."""
        super().clean()
        charter = Charter.objects.filter(key=self.translation_key).first()
        self._give_anchors(charter)
        self.check_open()

    def _give_anchors(self, charter: Charter | None) -> None:
        taken: set[str] = set()
        if charter is not None:
            for frozen in charter.versions.adopted().values_list("texts", flat=True):
                taken.update(
                    anchor for text in frozen.values() for anchor in texts.anchors_of(text)
                )
        anchors.renew_twins(self.clauses)
        anchors.give(self.clauses, taken)


class AbstractCharterPage(CharterRoutes, CharterMixin, Page):
    """A charter as a Wagtail page. Subclass `CharterPage` to extend; this to start afresh."""

    base_form_class = CharterPageForm
    content_panels = [panels.AdoptedPanel(), *Page.content_panels, *panels.CHARTER]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, *CHARTER_FIELDS]
    parent_page_types: ClassVar[list[str]] = ["prcouncil_charters.CharterIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True


class CharterPage(AbstractCharterPage):
    """میثاق‌نامه، منشور، آیین‌نامه، دستورالعمل."""

    class Meta(AbstractCharterPage.Meta):
        verbose_name = _("charter")
        verbose_name_plural = _("charters")


class CharterPicture(GalleryPicture):
    """A picture of the unveiling."""

    page = ParentalKey(CharterPage, on_delete=models.CASCADE, related_name="gallery")
