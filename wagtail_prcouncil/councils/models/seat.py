import datetime as dt
from functools import cache
from typing import Any, ClassVar, Self

from django.contrib.admin import display
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models.readable import in_readable_councils
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import FilledBy, Role
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalCharField, hand_over_or_hold
from wagtail_prcouncil.persian.dates import TEHRAN


def today() -> dt.date:
    """In Tehran."""
    return timezone.now().astimezone(TEHRAN).date()


@cache
def _role_in(role: str, language: str) -> str:
    """A role in words, which stay the same as long as the process does."""
    with override(language):
        return str(Role(role).label)


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats by council and day."""

    def in_order(self) -> Self:
        """As a council's page shows them: officers first, then as the secretary has them."""
        ranks = [models.When(role=role, then=place) for place, role in enumerate(Role.values)]
        return self.annotate(rank=models.Case(*ranks, default=len(ranks))).order_by(
            "rank", "sort_order", "pk"
        )

    def on(self, day: dt.date) -> Self:
        """Those that there were on a day."""
        begun = models.Q(since=None) | models.Q(since__lte=day)
        return self.filter(begun, models.Q(until=None) | models.Q(until__gte=day))

    def voting(self) -> Self:
        return self.filter(is_voting=True)

    def readable(self) -> Self:
        """Those of councils that an anonymous reader may see."""
        return self.filter(in_readable_councils("council"))


class Seat(models.Model):
    """کرسی: a place in a council. Popolo `Post`.

    It belongs to an agency, and stays when the person changes; an office that the council itself
    fills may belong to none, and then carries no vote of its own. Hangs on the original of the
    council's page (rule A18). `version` grows with each change of what is written of it.
    """

    council = models.ForeignKey(
        "prcouncil_councils.CouncilPage",
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="seats",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="council_seats",
        help_text=_("Empty only for an office that goes to whomever the council elects."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    label = CanonicalCharField(
        _("label"),
        max_length=200,
        blank=True,
        help_text=_("Where the role alone does not say it: «نمایندهٔ دانشگاه‌ها»."),
    )
    label_en = CanonicalCharField(_("label in English"), max_length=200, blank=True)
    is_voting = models.BooleanField(_("has a vote"), default=True)
    filled_by = models.CharField(
        _("filled"), max_length=20, choices=FilledBy.choices, default=FilledBy.APPOINTED
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, editable=False)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        permissions: ClassVar[list[tuple[str, Any]]] = [("export_seat", "Can export councils")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="prcouncil_seat_lifetime"
            ),
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False) | models.Q(is_voting=False),
                name="prcouncil_seat_vote",
                violation_error_message=_("A seat that belongs to no agency has no vote."),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["council", "sort_order"], name="prcouncil_seat_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name_as_read()} ({self.council.title})"

    @property
    def span(self) -> Span:
        """Since when and until when there is such a seat."""
        return Span(self.since or dt.date.min, self.until)

    def name_in(self, language: str) -> str:
        """What it is called in its council: the label, else the role of an officer, else the
        agency."""
        is_plain = not self.label and self.role == Role.MEMBER
        if is_plain and self.agency is not None:
            return self.agency.name_in(language)
        return self.post_in(language)

    def post_in(self, language: str) -> str:
        """What its holder is there: the label, else the role."""
        label = self.label if language.startswith("fa") else self.label_en or self.label
        if label:
            return label
        return _role_in(self.role, language)

    @display(description=_("seat"))
    def name_as_read(self) -> str:
        """In the active language."""
        return self.name_in(get_language() or "fa")
