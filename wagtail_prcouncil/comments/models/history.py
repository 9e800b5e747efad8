from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry
from wagtail.models.audit_log import LogEntryQuerySet, ModelLogEntryManager

from wagtail_prcouncil.comments.models.comment import ReaderComment


class LoggedComment(ReaderComment):
    """As what Wagtail's log knows a comment. Wagtail shows what was done to rows of a kind to
    whoever has any permission on that kind; this one has none, so that a moderator of one section
    does not read in the site's history what others decided elsewhere. Superusers do; moderators
    find the history of a comment on its own screen."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")

    @classmethod
    def kind(cls) -> ContentType:
        return ContentType.objects.get_for_model(cls, for_concrete_model=False)


class CommentHistoryManager(ModelLogEntryManager):
    """Entries about comments, in the table of Wagtail's own."""

    def log_action(self, instance: ReaderComment, action: str, **kwargs: Any) -> ModelLogEntry:
        logged = LoggedComment(pk=instance.pk, public_id=instance.public_id)
        return super().log_action(logged, action, **kwargs)

    def for_instance(self, instance: ReaderComment) -> LogEntryQuerySet:
        return self.filter(content_type=LoggedComment.kind(), object_id=str(instance.pk))


class CommentHistory(ModelLogEntry):
    """Who did what to which comment; without a word of it."""

    objects = CommentHistoryManager()

    class Meta:
        proxy = True
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-timestamp", "-id"]
        verbose_name = _("history of a comment")
        verbose_name_plural = _("histories of comments")
