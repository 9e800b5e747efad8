"""What other readers say of a published comment."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models.comment import ReaderComment
from wagtail_prcouncil.comments.states import ReportReason
from wagtail_prcouncil.fields import CanonicalTextField

LONGEST_REPORT = 500


class ReaderReportQuerySet(models.QuerySet["ReaderReport"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)


class ReaderReport(models.Model):
    """A reader's flag on a comment, one for each browser. It changes nothing of what is shown: a
    moderator takes the comment down, or closes the report."""

    comment = models.ForeignKey(
        ReaderComment,
        verbose_name=_("comment"),
        on_delete=models.CASCADE,
        related_name="reader_reports",
    )
    reporter = models.CharField(_("reporter"), max_length=64, editable=False)
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason.choices)
    words = CanonicalTextField(_("in a few words"), blank=True, max_length=LONGEST_REPORT)
    at = models.DateTimeField(_("at"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader's report")
        verbose_name_plural = _("readers' reports")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["comment", "reporter"], name="prcouncil_reported_once_a_browser"
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.get_reason_display()}"


class CommentVote(models.Model):
    """One browser's like or dislike of a published comment (only where COMMENTS_VOTES is on)."""

    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="votes"
    )
    voter = models.CharField(_("voter"), max_length=64, editable=False)
    is_like = models.BooleanField(_("likes it"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("vote on a comment")
        verbose_name_plural = _("votes on comments")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["comment", "voter"], name="prcouncil_one_comment_vote_a_browser"
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {'+' if self.is_like else '−'}"
