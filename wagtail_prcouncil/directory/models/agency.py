import datetime as dt
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model, get_image_model_string
from wagtail.models import RevisionMixin
from wagtail.search import index

from wagtail_prcouncil.directory.models.named import Named, NamedQuerySet
from wagtail_prcouncil.directory.rules import ACCEPTS_NO_USE, CLOSED_EARLIER, FOUNDED_LATER
from wagtail_prcouncil.directory.states import AgencyKind, ClosingReason, PRKind, Relation
from wagtail_prcouncil.fields import (
    CanonicalTextField,
    PostalCodeField,
    TelephoneField,
)
from wagtail_prcouncil.pages.live_fields import LiveFieldsMixin
from wagtail_prcouncil.persian.dates import TEHRAN

CODE = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Small Latin letters, digits and hyphens only, for example “roads-qazvin”."),
)
BELOW_ITSELF = _("An agency cannot belong to one below it.")


NAMED = ("id", "code", "name", "name_en")


def _named(*links: str) -> list[str]:
    return [f"{link}__{name}" for link in links for name in NAMED]


class AgencyQuerySet(NamedQuerySet):
    """Agencies by where they stand."""

    def active(self) -> Self:
        """Those that have not been closed: the only ones that accept new use."""
        return self.filter(closed_on=None)

    def existing_on(self, date: dt.date) -> Self:
        """Those founded by then, as far as the founding is known, and not yet closed."""
        founded = models.Q(founded_on=None) | models.Q(founded_on__lte=date)
        return self.filter(founded, models.Q(closed_on=None) | models.Q(closed_on__gt=date))

    def locked_tree(self) -> dict[int, "Agency"]:
        """All agencies by key as they stand, locked in the order of their keys until the
        transaction ends: who moves one, adds one below another, closes one or opens it again
        locks first and asks the rules afterwards."""
        state = ("code", "name", "parent", "founded_on", "closed_on", "closing_reason")
        return {row.pk: row for row in self.select_for_update().order_by("pk").only(*state)}

    def for_register(self) -> Self:
        """With what a line of the register shows; all else stays in the database."""
        shown = ("kind", "pr_kind", "closed_on", "sort_key")
        seen = [*NAMED, *shown, *_named("province", "parent")]
        return self.select_related("province", "parent").only(*seen)

    def for_profile(self) -> Self:
        """With what a profile shows of the row itself: most trees have no more levels above."""
        above = ("parent", "parent__parent", "parent__parent__parent")
        own = [field.name for field in self.model._meta.concrete_fields]
        logo = [f"logo__{f.name}" for f in get_image_model()._meta.concrete_fields]
        higher = [f"{link}__{name}" for link in above for name in ("kind", "closed_on", "parent")]
        return self.select_related("province", "logo", above[-1]).only(
            *own, *logo, *_named("province", *above), *higher
        )


class Agency(Named, LiveFieldsMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """دستگاه: a body with its own public relations. Popolo `Organization`, schema.org
    `GovernmentOrganization`.

    Agencies form a tree (`parent`). `closed_on` and `closing_reason` are written by
    `actions.close_agency` and `reopen_agency`, together with the successors; a closed agency
    keeps its history and accepts no new use.
    """

    code = models.CharField(
        _("code"),
        max_length=60,
        unique=True,
        validators=[CODE],
        help_text=_("Its place in addresses and import files. Keep it for ever."),
    )
    kind = models.CharField(_("kind"), max_length=30, choices=AgencyKind.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    relation = models.CharField(_("relation"), max_length=20, blank=True, choices=Relation.choices)
    province = models.ForeignKey(
        "prcouncil_directory.Province",
        verbose_name=_("province"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agencies",
        help_text=_("Empty for a body of the whole country."),
    )
    pr_kind = models.CharField(
        _("public relations by"), max_length=20, blank=True, choices=PRKind.choices
    )
    summary = CanonicalTextField(_("what it does"), blank=True)
    summary_en = CanonicalTextField(_("what it does, in English"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = TelephoneField(_("telephone"), max_length=40, blank=True)
    address = CanonicalTextField(_("address"), blank=True)
    address_en = CanonicalTextField(_("address in English"), blank=True)
    postal_code = PostalCodeField(_("postal code"), max_length=10, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    closing_reason = models.CharField(
        _("reason of closing"),
        max_length=20,
        blank=True,
        editable=False,
        choices=ClosingReason.choices,
    )

    live_fields: ClassVar[tuple[str, ...]] = ("closed_on", "closing_reason")
    objects = AgencyQuerySet.as_manager()

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("name"),
        index.SearchField("name_en"),
        index.SearchField("code"),
        index.RelatedFields(
            "other_names", [index.SearchField("name"), index.AutocompleteField("name")]
        ),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("code"),
        index.FilterField("kind"),
        index.FilterField("relation"),
        index.FilterField("province"),
        index.FilterField("parent"),
        index.FilterField("pr_kind"),
        index.FilterField("closed_on"),
        index.FilterField("sort_key"),
    ]

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering: ClassVar[list[str]] = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None, closing_reason="")
                | (models.Q(closed_on__isnull=False) & ~models.Q(closing_reason="")),
                name="prcouncil_agency_closing",
            ),
            models.CheckConstraint(
                condition=models.Q(founded_on__lte=models.F("closed_on")),
                name="prcouncil_agency_lifetime",
                violation_error_message=CLOSED_EARLIER,
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")), name="prcouncil_agency_own_parent"
            ),
            models.UniqueConstraint(
                "folded_name",
                Coalesce("province", 0),
                Coalesce("parent", 0),
                condition=models.Q(closed_on=None),
                name="prcouncil_agency_name",
                violation_error_message=_(
                    "An agency of this name is in the register already, in the same province and "
                    "below the same body."
                ),
            ),
        ]

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, Any] = {}
        if self._is_below_itself(dict(Agency.objects.values_list("pk", "parent_id"))):
            wrong["parent"] = BELOW_ITSELF
        if self.founded_on and self.closed_on and self.founded_on > self.closed_on:
            wrong["founded_on"] = CLOSED_EARLIER
        elif self.founded_on and self.founded_on > timezone.now().astimezone(TEHRAN).date():
            wrong["founded_on"] = FOUNDED_LATER
        if wrong:
            raise ValidationError(wrong)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Refuses a circle and a closed parent whoever writes it: two editors may move two
        agencies at once, or one of them close the other's, so the tree is locked and read again
        while its shape changes."""
        named = kwargs.get("update_fields")
        is_placed = named is None or not {"parent", "parent_id"}.isdisjoint(named)
        if self.parent_id is None or not is_placed:
            return self._save_words(*args, **kwargs)
        with transaction.atomic():
            self._check_place(Agency.objects.locked_tree())
            return self._save_words(*args, **kwargs)

    def _save_words(self, *args: Any, **kwargs: Any) -> Any:
        """Indexed once more when all is written: Wagtail does so before the other names are."""
        saved = super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            index.insert_or_update_object(self)
        return saved

    def refuse_new_use(self, *, already: int | None = None) -> None:
        """Raise ValidationError where a row would name a closed agency for the first time;
        `already` is the key of the agency that the row names today."""
        if self.is_closed and self.pk != already:
            raise ValidationError(ACCEPTS_NO_USE % {"agency": self.name})

    def ancestors(self) -> list["Agency"]:
        """From the top of the tree down to the one it belongs to. One query for each level."""
        above: list[Agency] = []
        while (upper := (above[0] if above else self).parent) is not None:
            above.insert(0, upper)
        return above

    def successors(self) -> models.QuerySet["Agency"]:
        """Who carries on what a closed agency did, by name."""
        return Agency.objects.filter(inheritances__agency=self).by_name()

    def predecessors(self) -> models.QuerySet["Agency"]:
        """The closed agencies that it carries on, by name."""
        return Agency.objects.filter(successions__successor=self).by_name()

    def _check_place(self, tree: dict[int, "Agency"]) -> None:
        """A closed agency may stay where it was, and where history puts it."""
        above, stored = tree.get(int(self.parent_id or 0)), tree.get(self.pk)
        if above is None:
            raise ValidationError({"parent": _("It is not in the register any more.")})
        if self._is_below_itself({row.pk: row.parent_id for row in tree.values()}):
            raise ValidationError({"parent": BELOW_ITSELF})
        if not (stored or self).is_closed:
            try:
                above.refuse_new_use(already=stored.parent_id if stored else None)
            except ValidationError as error:
                raise ValidationError({"parent": error.messages}) from error

    def _is_below_itself(self, parents: dict[int, int | None]) -> bool:
        """Whether the way up from the chosen parent leads back here. All rows at once: the
        register has hundreds, not thousands."""
        seen: set[int] = set()
        upper: int | None = self.parent_id
        while self.pk is not None and upper is not None and upper not in seen:
            if upper == self.pk:
                return True
            seen.add(upper)
            upper = parents.get(upper)
        return False
