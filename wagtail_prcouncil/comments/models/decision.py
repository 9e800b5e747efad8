from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models.comment import ReaderComment
from wagtail_prcouncil.comments.states import DONE, Reason, Status, Verb


class LedgerIsAppendOnlyError(Exception):
    """Somebody tried to change or delete what was decided."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions; none is ever changed."""

    def update(self, **changes: Any) -> int:
        raise LedgerIsAppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        raise LedgerIsAppendOnlyError


class Decision(models.Model):
    """One thing that was done to a comment, by whom (None: by a rule of time or at the author's
    wish), and what it led to. Written once; it holds codes, never words.

    `version` is the comment's version after it. `undo_of` is the decision that it takes back.
    """

    comment = models.ForeignKey(
        ReaderComment,
        verbose_name=_("comment"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    verb = models.CharField(_("decision"), max_length=10, choices=Verb.choices)
    before = models.CharField(_("from"), max_length=10, choices=Status.choices)
    after = models.CharField(_("to"), max_length=10, choices=Status.choices)
    version = models.PositiveIntegerField(_("version"))
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    undo_of = models.OneToOneField(
        "self",
        verbose_name=_("takes back"),
        null=True,
        on_delete=models.PROTECT,
        related_name="undone_by",
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ("view",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["comment", "version"], name="prcouncil_one_decision_a_version"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["at"], name="commentdecision_at"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.before} → {self.after}"

    @property
    def told(self) -> str:
        """As a line of the history says it: "Comment approved"."""
        return str(DONE[Verb(self.verb)])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise LedgerIsAppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise LedgerIsAppendOnlyError
