from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.comments.states import Mode


class CommentPolicy(models.Model):
    """Whether readers may comment on a page and on all below it that have no policy of their own.

    A page whose section facet is a page with a policy follows that one, wherever it lies in the
    tree; then come its ancestors, the nearest first; then the setting COMMENTS_MODE. Times are
    UTC, `closes_at` exclusive; `closes_after_days` counts from a page's first publication.
    """

    page = models.OneToOneField(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="comment_policy",
    )
    mode = models.CharField(_("comments are"), max_length=10, choices=Mode.choices)
    opens_at = models.DateTimeField(_("open from"), null=True, blank=True)
    closes_at = models.DateTimeField(_("open until"), null=True, blank=True)
    closes_after_days = models.PositiveIntegerField(
        _("closed after this many days"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(36_500)],
        help_text=_("Counted from the publication of each page."),
    )

    class Meta:
        verbose_name = _("comment policy")
        verbose_name_plural = _("comment policies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(opens_at=None)
                | Q(closes_at=None)
                | Q(closes_at__gt=models.F("opens_at")),
                name="prcouncil_comments_open_for_a_time",
                violation_error_message=_("Comments close after they open."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_mode_display()}"

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Comments close after they open.")})


class ModerationScope(models.Model):
    """Whose comments the members of a group moderate: those of pages at or below `page`, and of
    pages whose section is `page` or lies below it. What they may do there, the group's permissions
    say. A group without a scope moderates nothing."""

    group = models.ForeignKey(
        "auth.Group",
        verbose_name=_("group"),
        on_delete=models.CASCADE,
        related_name="moderation_scopes",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page or section"),
        on_delete=models.CASCADE,
        related_name="moderation_scopes",
    )

    class Meta:
        verbose_name = _("scope of moderators")
        verbose_name_plural = _("scopes of moderators")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "page"],
                name="prcouncil_scope_once",
                violation_error_message=_("This group moderates this page already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.page}"
