from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.councils.models.readable import in_readable_councils
from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.states import OPEN_PHASES, Method, Phase
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage


class ElectionQuerySet(models.QuerySet["Election"]):
    """Elections by where they stand."""

    def open(self) -> Self:
        """Those in which something is still to be done."""
        return self.filter(phase__in=OPEN_PHASES)

    def of_council(self, council: "CouncilPage") -> Self:
        return self.filter(seat__council=council)

    def latest_first(self) -> Self:
        return self.order_by("-announced_on", "-pk")

    def readable(self) -> Self:
        """Those of councils that an anonymous reader may see, annulled ones too: that a vote did
        not count is public."""
        return self.filter(in_readable_councils("seat__council"))


class Election(models.Model):
    """انتخابات درون‌شورایی: how an officer was chosen, recorded from paper.

    `phase` is written by `actions.electing` alone (`states.TRANSITIONS`). Counts are those of
    ballots; `voters_present` is how many could vote. Confirming makes the appointment, once.
    """

    seat = models.ForeignKey(
        Seat, verbose_name=_("seat"), on_delete=models.PROTECT, related_name="elections"
    )
    phase = models.CharField(
        _("phase"),
        max_length=20,
        choices=Phase.choices,
        default=Phase.ANNOUNCED,
        editable=False,
    )
    announced_on = models.DateField(_("announced on"))
    held_on = models.DateField(_("held on"), null=True, blank=True)
    meeting = models.ForeignKey(
        Page,
        verbose_name=_("meeting"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page of the meeting in which it was held."),
    )
    meeting_note = CanonicalCharField(
        _("meeting, in words"),
        max_length=200,
        blank=True,
        help_text=_("Where the meeting has no page here: «نشست ۴۹، سالن آفتاب»."),
    )
    method = models.CharField(
        _("method"), max_length=20, choices=Method.choices, default=Method.SECRET
    )
    voters_present = models.PositiveIntegerField(_("voters present"), null=True, blank=True)
    blank_votes = models.PositiveIntegerField(_("blank votes"), default=0)
    spoiled_votes = models.PositiveIntegerField(_("spoiled votes"), default=0)
    elected = models.ForeignKey(
        "prcouncil_councils.Candidate",
        verbose_name=_("elected"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    tie_decision = CanonicalTextField(
        _("decision of the tie"),
        blank=True,
        help_text=_("How it was decided between equal votes: by lot, by another vote."),
    )
    note = CanonicalTextField(_("note"), blank=True, help_text=_("Readers see it."))
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering: ClassVar[list[str]] = ["-announced_on", "-pk"]
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("confirm_election", "Can confirm and annul elections"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(phase=Phase.CONFIRMED) | models.Q(elected__isnull=False),
                name="prcouncil_election_has_elected",
            ),
            models.CheckConstraint(
                condition=~models.Q(phase__in=[Phase.HELD, Phase.CONFIRMED])
                | models.Q(held_on__isnull=False),
                name="prcouncil_election_was_held",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} ({self.get_phase_display()})"


class Candidate(models.Model):
    """Somebody who stood in an election, for an agency, and how many votes he got."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="candidates")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="candidacies"
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidacies",
    )
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["election", "person"], name="prcouncil_stands_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def holds_for(self) -> Election:
        """Whom an editor finds when the person cannot be deleted (rule A20)."""
        return self.election
