import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models.election import Election
from wagtail_prcouncil.councils.models.readable import in_readable_councils
from wagtail_prcouncil.councils.models.seat import Seat, today
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import HOLDING, Basis, Capacity, Precision
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.fields import CanonicalCharField

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by day, council and person."""

    def on(self, day: dt.date) -> Self:
        """Who sat on a day. Where only a year is known, whoever may have: two may answer for the
        year in which one followed the other."""
        return self.filter(models.Q(until=None) | models.Q(until__gte=day), since__lte=day)

    def current(self) -> Self:
        """On the day that it is in Tehran; the last day still counts, the day before the first
        does not."""
        return self.on(today())

    def former(self) -> Self:
        """Those that were over before today."""
        return self.filter(until__lt=today())

    def holding(self) -> Self:
        """Those by which a seat is filled; substitutes stand in for the holder."""
        return self.filter(capacity__in=HOLDING)

    def of_council(self, council: "CouncilPage") -> Self:
        return self.filter(seat__council=council)

    def for_person(self, person: Person) -> Self:
        return self.filter(person=person)

    def latest_first(self) -> Self:
        return self.order_by("-since", "-pk")

    def readable(self) -> Self:
        """Those in councils that an anonymous reader may see."""
        return self.filter(in_readable_councils("seat__council"))

    def with_people(self) -> Self:
        """With what a line says of them, without a query for each."""
        return self.select_related("person", "agency", "seat__agency")


class Appointment(models.Model):
    """انتصاب: a person in a seat from a day to a day, both included. Popolo `Membership`.

    Only actions write it. `since` and `until` are the earliest and the latest day that can be
    meant where older records know a month or a year alone (`…_precision`); `surely_…` are the days
    that are sure, and PostgreSQL keeps two holders of one seat from sharing any of these.
    `version` grows with each change.
    """

    seat = models.ForeignKey(
        Seat, verbose_name=_("seat"), on_delete=models.PROTECT, related_name="appointments"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="council_appointments",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("on behalf of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="council_appointments",
        help_text=_("Empty: the agency of the seat."),
    )
    capacity = models.CharField(
        _("capacity"), max_length=20, choices=Capacity.choices, default=Capacity.FULL
    )
    title = CanonicalCharField(
        _("title"),
        max_length=200,
        blank=True,
        help_text=_("The person's own title while in this seat, as the letter has it."),
    )
    title_en = CanonicalCharField(_("title in English"), max_length=200, blank=True)
    since = models.DateField(_("from"))
    since_precision = models.CharField(
        _("its first day is known"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    until = models.DateField(_("until"), null=True, blank=True)
    until_precision = models.CharField(
        _("its last day is known"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    surely_since = models.DateField(editable=False)
    surely_until = models.DateField(null=True, editable=False)
    basis = models.CharField(_("basis"), max_length=20, choices=Basis.choices, default=Basis.LETTER)
    letter_number = CanonicalCharField(_("number of the letter"), max_length=60, blank=True)
    letter_on = models.DateField(_("date of the letter"), null=True, blank=True)
    election = models.OneToOneField(
        Election,
        verbose_name=_("election"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="appointment",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering: ClassVar[list[str]] = ["-since", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="prcouncil_appointment_time",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["seat", "-since"], name="prcouncil_stays_of_seat"),
            models.Index(fields=["person", "-since"], name="prcouncil_posts_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.note_what_is_sure()
        super().save(*args, **kwargs)

    @property
    def span(self) -> Span:
        return Span(self.since, self.until, self.since_precision, self.until_precision)

    @property
    def is_current(self) -> bool:
        return self.span.covers(today())

    @property
    def on_behalf_of(self) -> Agency | None:
        """The agency that the person sits for."""
        return self.agency or self.seat.agency

    def note_what_is_sure(self) -> None:
        """Whoever writes several rows at once calls this for each."""
        self.surely_since, self.surely_until = self.span.surely_since, self.span.surely_until

    def title_in(self, language: str) -> str:
        """What the person was called in this seat: the letter's own words, else what the seat is,
        with the agency."""
        own = self.own_title_in(language)
        if own:
            return own
        separator = "، " if language.startswith("fa") else ", "
        agency = self.on_behalf_of
        name = agency.name_in(language) if agency else ""
        return separator.join(filter(None, dict.fromkeys((self.seat.post_in(language), name))))

    def own_title_in(self, language: str) -> str:
        """The letter's own words, as far as they are known in that language; else empty."""
        return self.title if language.startswith("fa") else self.title_en or self.title

    def title_as_read(self) -> str:
        """In the active language."""
        return self.title_in(get_language() or "fa")
