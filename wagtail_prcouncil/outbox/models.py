from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_SUBJECT = 200
EMPTIED: dict[str, Any] = {"to": "", "subject": "", "text": "", "html": "", "headers": {}}
"""What is left of recipient and words once a message is over."""


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up_at=None)

    def about(self, subjects: Iterable[str]) -> Self:
        """All messages of these things ("comment:17"), which are emptied when they are erased."""
        return self.filter(about__in=list(subjects))


class Message(models.Model):
    """One mail to one recipient, for one event.

    `key` names event and recipient ("comments.decided:17:3"), so that however often the event is
    told, one mail goes. `about` names what it is about, for withdrawing and erasing. Recipient,
    subject and texts are emptied once it is sent. Times are UTC; it is not sent before `due_at`.
    """

    key = models.CharField(_("key"), max_length=150, unique=True)
    about = models.CharField(_("about"), max_length=100, blank=True, db_index=True)
    to = models.EmailField(_("to"), blank=True)
    subject = models.CharField(_("subject"), max_length=LONGEST_SUBJECT, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    due_at = models.DateTimeField(_("not before"), default=timezone.now)
    taken_until = models.DateTimeField(_("being sent until"), null=True)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0)
    error = models.CharField(_("last error"), max_length=100, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    given_up_at = models.DateTimeField(_("given up at"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ("view",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="outboxmessage_due",
            )
        ]

    def __str__(self) -> str:
        return self.key
