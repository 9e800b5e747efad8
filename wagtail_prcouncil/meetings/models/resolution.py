from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField, hand_over_or_hold
from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.seen import in_the_open
from wagtail_prcouncil.meetings.states import (
    ForwardingState,
    MinutesStatus,
    ResolutionState,
    Visibility,
)
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.pages.privacy import private_paths


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """Resolutions by council and state."""

    def adopted(self) -> Self:
        return self.filter(state=ResolutionState.ADOPTED)

    def of_council(self, council: CouncilPage) -> Self:
        return self.filter(council__translation_key=council.translation_key)

    def latest_first(self) -> Self:
        return self.order_by("-year", "-number", "-pk")

    def public(self) -> Self:
        """Those that are for everybody, as is the item that they were decided on."""
        return self.filter(in_the_open(), visibility=Visibility.PUBLIC)

    def readable(self) -> Self:
        """Those that an anonymous reader may see: of published minutes, annulled ones too: that
        something no longer holds is public."""
        kept = Q(pk__in=())
        for path in private_paths():
            kept |= Q(meeting__page__path__startswith=path)
        return self.public().filter(
            ~kept,
            number__isnull=False,
            meeting__minutes_status=MinutesStatus.PUBLISHED,
            meeting__page__live=True,
        )


class Resolution(models.Model):
    """مصوبه: what a council decided. It gets its number, «مصوبهٔ ۱۲/۱۴۰۴», when the minutes are
    approved, from the sequence of the council that leads the meeting and the Jalali year of the
    meeting's day in Tehran, and keeps it when it is annulled.

    `item` may go; `item_title` says what it was (rule A6). `origin` is the resolution of another
    council that this one takes up.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="resolutions",
        editable=False,
    )
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("agenda item"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="resolutions",
    )
    item_title = CanonicalCharField(max_length=300, blank=True, editable=False)
    sort_order = models.PositiveIntegerField(default=0, editable=False)
    text = CanonicalTextField(_("text"))
    text_en = CanonicalTextField(_("text in English"), blank=True)
    by_consensus = models.BooleanField(_("by consensus"), default=True)
    votes_for = models.PositiveIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("votes against"), null=True, blank=True)
    abstentions = models.PositiveIntegerField(_("abstentions"), null=True, blank=True)
    visibility = models.CharField(
        _("who reads of it"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=ResolutionState.choices,
        default=ResolutionState.DRAFT,
        editable=False,
    )
    year = models.PositiveSmallIntegerField(_("Jalali year"), null=True, editable=False)
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    annulled_on = models.DateField(_("annulled on"), null=True, editable=False)
    annulling_note = CanonicalTextField(_("why it was annulled"), blank=True, editable=False)
    origin = models.ForeignKey(
        "self",
        verbose_name=_("taken up from"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="taken_up_as",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["council", "year", "number"], name="prcouncil_resolution_number"
            ),
            models.CheckConstraint(
                condition=Q(state=ResolutionState.DRAFT, number=None)
                | (~Q(state=ResolutionState.DRAFT) & Q(number__isnull=False)),
                name="prcouncil_adopted_has_number",
            ),
        ]

    def __str__(self) -> str:
        return self.name_as_read()

    def name_as_read(self) -> str:
        """«مصوبهٔ ۱۲/۱۴۰۴» in the active language; a draft has no number."""
        if self.number is None:
            return gettext("Draft resolution")
        return gettext("Resolution %(number)s") % {"number": self.number_as_read()}

    def number_as_read(self) -> str:
        """«۱۲/۱۴۰۴»."""
        if self.number is None or self.year is None:
            return ""
        return f"{in_digits(self.number)}/{in_digits(self.year)}"

    def text_in(self, language: str) -> str:
        return self.text if language.startswith("fa") else self.text_en or self.text


class Forwarding(models.Model):
    """A resolution that was sent to another council, and what became of it there."""

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="forwardings")
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("forwarded to"),
        on_delete=hand_over_or_hold,
        related_name="received_resolutions",
    )
    state = models.CharField(
        max_length=20, choices=ForwardingState.choices, default=ForwardingState.SENT
    )
    sent_on = models.DateField(_("sent on"))
    note = CanonicalTextField(_("note"), blank=True)
    answer = CanonicalTextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("forwarding")
        verbose_name_plural = _("forwardings")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["sent_on", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["resolution", "council"], name="prcouncil_forwarded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution} → {self.council.title}"

    @property
    def holds_for(self) -> Resolution:
        """Whom an editor finds when the council cannot be deleted (rule A20)."""
        return self.resolution
