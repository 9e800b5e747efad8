from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models.comment import ReaderComment
from wagtail_prcouncil.comments.states import AnswerStatus
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField

LONGEST_ANSWER = 3000


class OfficialReply(models.Model):
    """What the institution answers, shown below the comment as «پاسخ روابط عمومی».

    One for each comment, plain text. `agency_name` is text, for comments know no register; it is
    what readers see as the author. `version` guards it as the comment's does. Published or not, it
    is seen only while its comment is.
    """

    comment = models.OneToOneField(
        ReaderComment,
        verbose_name=_("comment"),
        on_delete=models.PROTECT,
        related_name="official_reply",
    )
    agency_name = CanonicalCharField(_("in the name of"), max_length=150)
    text = CanonicalTextField(_("reply"), max_length=LONGEST_ANSWER, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=AnswerStatus.choices, default=AnswerStatus.DRAFT
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published at"), null=True)

    class Meta:
        verbose_name = _("official reply")
        verbose_name_plural = _("official replies")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(status=AnswerStatus.PUBLISHED) | Q(published_at__isnull=False),
                name="prcouncil_published_reply_has_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.comment)


class CannedReply(models.Model):
    """Words that moderators need again and again: for an official reply, or for the note that an
    author gets with a rejection."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("official reply")
        NOTE = "note", _("note to the author")

    title = CanonicalCharField(_("title"), max_length=100, unique=True)
    kind = models.CharField(_("for"), max_length=10, choices=Kind.choices, default=Kind.ANSWER)
    text = CanonicalTextField(_("text"), max_length=LONGEST_ANSWER)

    class Meta:
        verbose_name = _("canned reply")
        verbose_name_plural = _("canned replies")
        ordering: ClassVar[list[str]] = ["title"]

    def __str__(self) -> str:
        return self.title
