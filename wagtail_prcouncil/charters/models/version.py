import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.deletion import CASCADE, Collector, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.rules import FrozenError
from wagtail_prcouncil.charters.states import FROZEN, Standing, VersionState
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField

FROZEN_COLUMNS = (
    "charter",
    "number",
    "texts",
    "digests",
    "authoritative",
    "adopted_on",
    "adopted_in_title",
    "by_consensus",
    "votes_for",
    "votes_against",
    "abstentions",
    "in_force_from",
)
"""What was adopted: no code writes these afterwards, and on PostgreSQL a trigger refuses, too."""


def keep_adopted(
    collector: Collector, field: models.ForeignKey, sub_objs: models.QuerySet[Any], using: str
) -> None:
    """`on_delete` of versions: a draft goes with its charter, what was adopted holds it (A20)."""
    adopted = {row for row in sub_objs if row.state in FROZEN}
    if adopted:
        raise ProtectedError(f"{field.model._meta.label}.{field.name} holds the charter.", adopted)
    CASCADE(collector, field, sub_objs, using)


class CharterVersionQuerySet(models.QuerySet["CharterVersion"]):
    """Versions by day and state. What was adopted is not written and not deleted through it."""

    def adopted(self) -> Self:
        """All that were ever adopted."""
        return self.filter(state__in=FROZEN)

    def drafts(self) -> Self:
        return self.filter(state=VersionState.DRAFT)

    def on(self, day: dt.date) -> Self:
        """Those that were in force on a day: one of each charter at most."""
        ends = models.Q(in_force_until=None) | models.Q(in_force_until__gt=day)
        return self.adopted().filter(ends, in_force_from__lte=day)

    def in_force(self) -> Self:
        """Today in Tehran."""
        return self.on(today())

    def latest_first(self) -> Self:
        return self.order_by("-number")

    def without_texts(self) -> Self:
        """Lists need no texts, which are long."""
        return self.defer("texts")

    def update(self, **kwargs: Any) -> int:
        """Raises FrozenError for a column of what was adopted."""
        if FROZEN_TOUCHED & {name.removesuffix("_id") for name in kwargs}:
            self._check_none_adopted()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raises FrozenError where one of them was adopted."""
        self._check_none_adopted()
        return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        """Raises FrozenError where it is to write over rows that are there (`update_conflicts`):
        over which ones, only the database finds out."""
        if kwargs.get("update_conflicts") or any(args[2:3]):
            raise FrozenError(gettext("What was adopted is not changed any more."))
        return super().bulk_create(objs, *args, **kwargs)

    def _check_none_adopted(self) -> None:
        if self.adopted().exists():
            raise FrozenError(gettext("What was adopted is not changed any more."))

    update.alters_data = True
    delete.alters_data = True
    bulk_create.alters_data = True


FROZEN_TOUCHED = frozenset({*FROZEN_COLUMNS, "state", "id", "pk"})
"""What a query changes of no adopted version: one that was a draft again could be written."""


class CharterVersion(models.Model):
    """نسخه: a text of a charter. A draft is what the charter's pages say; adopting freezes it.

    `texts` is the whole text in each language ({"fa": {…}}, the shape of `texts.py`), `digests` the
    SHA-256 of each in canonical JSON. In force from `in_force_from` until the day before
    `in_force_until`, on which the next took over or this one was repealed. Days are Tehran's.
    """

    charter = models.ForeignKey(Charter, on_delete=keep_adopted, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(
        _("state"), max_length=20, choices=VersionState.choices, default=VersionState.DRAFT
    )
    texts: Any = models.JSONField(default=dict, editable=False)
    digests: Any = models.JSONField(default=dict, editable=False)
    authoritative = models.CharField(_("language that decides"), max_length=10, blank=True)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    adopted_on = models.DateField(_("adopted on"), null=True)
    adopted_in = models.ForeignKey(
        Page,
        verbose_name=_("adopted in"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    adopted_in_title = CanonicalCharField(max_length=300, blank=True)
    by_consensus = models.BooleanField(_("by consensus"), default=True)
    votes_for = models.PositiveIntegerField(_("votes for"), null=True)
    votes_against = models.PositiveIntegerField(_("votes against"), null=True)
    abstentions = models.PositiveIntegerField(_("abstentions"), null=True)
    in_force_from = models.DateField(_("in force from"), null=True)
    in_force_until = models.DateField(_("in force until"), null=True)
    repeal_reason = CanonicalTextField(_("why it was repealed"), blank=True)

    objects = CharterVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a charter")
        verbose_name_plural = _("versions of charters")
        default_permissions = ()
        base_manager_name = "objects"
        ordering: ClassVar[list[str]] = ["charter", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["charter", "number"], name="prcouncil_version_number"),
            models.UniqueConstraint(
                fields=["charter"],
                condition=models.Q(state=VersionState.DRAFT),
                name="prcouncil_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state=VersionState.DRAFT, adopted_on=None)
                | models.Q(adopted_on__isnull=False, in_force_from__isnull=False),
                name="prcouncil_adopted_has_days",
            ),
            models.CheckConstraint(
                condition=models.Q(in_force_until__gte=models.F("in_force_from")),
                name="prcouncil_version_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.charter}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises FrozenError where what was adopted would change. One that was put together anew
        with the key of another is asked, too."""
        if self.pk:
            self._check_unchanged()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises FrozenError for what was adopted."""
        stored = type(self).objects.filter(pk=self.pk).values_list("state", flat=True).first()
        if stored in FROZEN:
            raise FrozenError(gettext("What was adopted is not deleted."))
        return super().delete(*args, **kwargs)

    @property
    def holds_for(self) -> Charter:
        """Whom an editor finds when the page cannot be deleted (rule A20)."""
        return self.charter

    @property
    def is_frozen(self) -> bool:
        return self.state in FROZEN

    def standing_on(self, day: dt.date) -> Standing:
        """Where it stands on a day, as things are known now."""
        if not self.is_frozen or self.in_force_from is None:
            return Standing.DRAFT
        if self.in_force_until is not None and day >= self.in_force_until:
            is_repealed = self.state == VersionState.REPEALED
            return Standing.REPEALED if is_repealed else Standing.SUPERSEDED
        return Standing.AWAITING if day < self.in_force_from else Standing.IN_FORCE

    @property
    def standing(self) -> Standing:
        """Today in Tehran."""
        return self.standing_on(today())

    def text_in(self, language: str) -> Mapping[str, Any] | None:
        """The frozen text in that language, else in the one that decides. None for a draft."""
        frozen: Mapping[str, Any] | None = self.texts.get(language)
        return frozen or self.texts.get(self.authoritative)

    def false_digests(self) -> list[str]:
        """Languages whose text is not the one that was adopted: somebody tampered with it."""
        languages = {*self.texts, *self.digests}
        return sorted(
            language
            for language in languages
            if language not in self.texts
            or texts.digest_of(self.texts[language]) != self.digests.get(language)
        )

    def _check_unchanged(self) -> None:
        stored = type(self).objects.filter(pk=self.pk).values("state", *FROZEN_COLUMNS).first()
        if stored is None or stored["state"] not in FROZEN:
            return
        now = {name: getattr(self, self._meta.get_field(name).attname) for name in FROZEN_COLUMNS}
        left = stored["state"] in FROZEN and self.state not in FROZEN
        if left or any(now[name] != stored[name] for name in FROZEN_COLUMNS):
            raise FrozenError(gettext("What was adopted is not changed any more."))
