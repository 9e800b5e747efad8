from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models import Election
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.paper import AbstractPaper
from wagtail_prcouncil.meetings.states import ItemKind, Outcome, Visibility


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items as they stand in their agenda, and those that readers see."""

    def in_order(self) -> Self:
        """As the agenda has them; those below an item are put there by `public.agendas`."""
        return self.order_by("sort_order", "pk")

    def public(self) -> Self:
        return self.filter(visibility=Visibility.PUBLIC)

    def pending(self) -> Self:
        """Those that nobody has dealt with."""
        return self.filter(outcome=Outcome.PENDING)


class AgendaItem(models.Model):
    """بند دستور. OParl `AgendaItem`.

    A plain row, no child of a draft: resolutions, reports and attendance speak of it (rule A6).
    `label` is the number as it is printed. What is closed is known by its title alone, what is for
    members by nothing at all outside the admin.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="parts",
    )
    sort_order = models.PositiveIntegerField(default=0, editable=False)
    label = CanonicalCharField(_("number as printed"), max_length=20, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ItemKind.choices, default=ItemKind.DISCUSSION
    )
    title = CanonicalCharField(_("title"), max_length=300)
    title_en = CanonicalCharField(_("title in English"), max_length=300, blank=True)
    background = CanonicalTextField(_("background"), blank=True)
    background_en = CanonicalTextField(_("background in English"), blank=True)
    presenter = models.ForeignKey(
        Person,
        verbose_name=_("presented by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="presented_items",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("reporting agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agenda_items",
    )
    minutes_allotted = models.PositiveSmallIntegerField(
        _("minutes allotted"), null=True, blank=True
    )
    visibility = models.CharField(
        _("who reads of it"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=Outcome.choices, default=Outcome.PENDING
    )
    discussion = CanonicalTextField(_("discussion"), blank=True)
    carried_from = models.ForeignKey(
        "self",
        verbose_name=_("carried over from"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="carried_to",
    )
    assignment = models.ForeignKey(
        "prcouncil_meetings.Assignment",
        verbose_name=_("assignment"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    election = models.ForeignKey(
        Election,
        verbose_name=_("election"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["meeting", "sort_order"], name="prcouncil_agenda_order"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()

    @property
    def holds_for(self) -> Meeting:
        """Whom an editor finds when the person or the agency cannot be deleted (rule A20)."""
        return self.meeting

    def title_in(self, language: str) -> str:
        return self.title if language.startswith("fa") else self.title_en or self.title

    def background_in(self, language: str) -> str:
        fa = language.startswith("fa")
        return self.background if fa else self.background_en or self.background


class ItemDocument(AbstractPaper):
    """A paper of an agenda item. Who may read it is who may read of the item (rule A21)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="documents")
    title_en = CanonicalCharField(_("title in English"), max_length=200, blank=True)

    class Meta(AbstractPaper.Meta):
        verbose_name = _("document of an agenda item")
        verbose_name_plural = _("documents of agenda items")

    def title_in(self, language: str) -> str:
        return self.title if language.startswith("fa") else self.title_en or self.title


class AgendaEdition(models.Model):
    """An agenda as it was published: the first, or one that amends it, with a note on what changed.

    `items` is the whole as it stood, in order: for each its `id`, `parent`, `label`, `kind`,
    `title`, `title_en`, `visibility`, `minutes_allotted`.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    note = CanonicalTextField(_("what changed"), blank=True)
    published_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    items: Any = models.JSONField(default=list)

    class Meta:
        verbose_name = _("edition of an agenda")
        verbose_name_plural = _("editions of agendas")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "number"], name="prcouncil_agenda_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.number}"
