from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from wagtail_prcouncil.blocks.body import BodyBlock
from wagtail_prcouncil.councils.models.below import FactsOfACouncilMixin, GalleryPicture
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField, OpenStreamField
from wagtail_prcouncil.meetings import panels, schema
from wagtail_prcouncil.meetings.models.agenda import AgendaEdition
from wagtail_prcouncil.meetings.models.queryset import MeetingPageQuerySet
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS
from wagtail_prcouncil.meetings.routes import MeetingRoutes
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.teasers import Teaser

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.public.sessions import MeetingSession


class MeetingMixin(FactsOfACouncilMixin, PRCouncilPageMixin):
    """نشست: a session of a council. `title` is what it is called.

    The page holds words and pictures, which are translated. When it takes place, who came and what
    was decided hang on its original (rule A18), as a `Meeting`, which no draft can undo (A17).
    """

    summary = CanonicalTextField(_("what it is about"), blank=True)
    venue = CanonicalCharField(_("venue"), max_length=200, blank=True)
    venue_address = CanonicalTextField(_("address of the venue"), blank=True)
    notice = OpenStreamField(BodyBlock(), verbose_name=_("notice"), blank=True)
    press_note = OpenStreamField(BodyBlock(), verbose_name=_("press note"), blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    facts: ClassVar[str] = "prcouncil_meetings.Meeting"
    session: "MeetingSession | None" = None
    objects = PageManager.from_queryset(MeetingPageQuerySet)()

    class Meta:
        abstract = True

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """schema.org `Event`."""
        return schema.event(self.session, request) if self.session else None

    def facets(self) -> Facets:
        """Filed under the council that leads it."""
        council = self.session.meeting.council if self.session else self.council_above()
        return Facets(council_ids=(council.pk,) if council else ())

    def teaser(self, request: HttpRequest | None) -> Teaser:
        text = self.summary or self.search_description
        url = self.get_url(request) or ""
        return Teaser(self.title, url, text=text, image=self.picture, page=self)


class AbstractMeetingPage(MeetingRoutes, MeetingMixin, Page):
    """A meeting as a Wagtail page. Subclass `MeetingPage` to extend; this to start afresh."""

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, *panels.MEETING]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("venue"),
        index.SearchField("notice"),
        index.SearchField("press_note"),
    ]
    parent_page_types: ClassVar[list[str]] = ["prcouncil_meetings.MeetingIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it."""
        editions = AgendaEdition.objects.filter(meeting__key=self.translation_key)
        numbers = editions.values_list("number", flat=True)
        printed = [f"/print/{kind.value}/" for kind in FOR_READERS]
        agendas = [f"/agenda/{number}/" for number in numbers]
        return ["/", "/minutes/", "/meeting.ics", "/meeting.json", *printed, *agendas]


class MeetingPage(AbstractMeetingPage):
    """نشست."""

    class Meta(AbstractMeetingPage.Meta):
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")


class MeetingPicture(GalleryPicture):
    """A picture of the gallery."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="gallery")


class RelatedPage(Orderable):
    """A page that tells of the meeting: news as a rule."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="related_pages")
    related = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")
