import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models.thread import Thread
from wagtail_prcouncil.comments.states import Reason, Script, Shown, Status, Urgency
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField

LONGEST_NAME = 50
LONGEST_TEXT = 3000
LONGEST_NOTE = 500


class ReaderCommentQuerySet(models.QuerySet["ReaderComment"]):
    """Comments by where they stand."""

    def shown(self) -> Self:
        """What a thread shows: published comments, and the places of those that replies hang on.
        Whether the page itself may be read is asked of the page."""
        return self.filter(shown__gt=Shown.NOT)

    def published(self) -> Self:
        return self.filter(shown=Shown.TEXT)

    def pending(self) -> Self:
        return self.filter(status=Status.PENDING)

    def roots(self) -> Self:
        return self.filter(parent=None)

    def in_order_of_work(self) -> Self:
        """Urgent ones first, and of each urgency the oldest."""
        return self.order_by("urgency", "posted_at", "pk")


class ReaderComment(models.Model):
    """What a reader wrote below a page (Wagtail's own Comment is an editor's note: rule A9).

    Nothing of it is read by anybody but moderators before it is approved. `text` is what was sent
    and is never public; `public_text` is what is shown, without what a moderator redacted. `name`
    is shown, too; where a moderator redacted it, `sent_name` is what was sent.
    `version` grows with each change, and whoever decides names the one he saw. `folded` is the
    key of name and text for search and for finding duplicates.

    Of the sender it keeps keyed hashes (see models/hash_key.py) and, for a time, his address for
    mail. Erasing empties all of that and the texts; the row stays, as the place that replies and
    decisions hang on. Times are UTC.
    """

    thread = models.ForeignKey(
        Thread, verbose_name=_("thread"), on_delete=models.PROTECT, related_name="comments"
    )
    public_id = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4, editable=False)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("in reply to"),
        null=True,
        on_delete=models.PROTECT,
        related_name="replies",
        # The index on replies below serves it. One that knows comments without a parent, too, would
        # lead SQLite through all of the site.
        db_index=False,
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.PENDING
    )
    shown = models.SmallIntegerField(
        _("in the thread"), choices=Shown.choices, default=Shown.NOT, editable=False
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    change = models.UUIDField(
        _("last change"),
        null=True,
        editable=False,
        help_text=_("Which of several simultaneous decisions was the first."),
    )

    name = CanonicalCharField(_("name"), max_length=LONGEST_NAME, blank=True)
    sent_name = CanonicalCharField(
        _("name as sent"),
        max_length=LONGEST_NAME,
        blank=True,
        editable=False,
        help_text=_("Where another one is shown."),
    )
    email = models.EmailField(_("email address"), blank=True)
    text = CanonicalTextField(_("text as sent"), blank=True)
    public_text = CanonicalTextField(_("text as shown"), blank=True)
    folded = models.TextField(_("search key"), blank=True, editable=False)

    hold_codes = models.JSONField(_("what rules saw"), default=list)
    urgency = models.SmallIntegerField(
        _("urgency"), choices=Urgency.choices, default=Urgency.NORMAL
    )
    script = models.CharField(
        _("seems to be"), max_length=10, choices=Script.choices, default=Script.SHORT
    )
    reports = models.PositiveIntegerField(_("open reports of readers"), default=0)
    likes = models.PositiveIntegerField(_("likes"), default=0)
    dislikes = models.PositiveIntegerField(_("dislikes"), default=0)

    nonce = models.CharField(_("form"), max_length=64, unique=True, editable=False)
    address_hash = models.CharField(_("network address"), max_length=64, blank=True)
    email_hash = models.CharField(_("email address, hashed"), max_length=64, blank=True)
    text_hash = models.CharField(_("text, hashed"), max_length=64, blank=True)
    wants_mail = models.BooleanField(_("mail when it is decided or answered"), default=False)

    posted_at = models.DateTimeField(_("received at"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    note = CanonicalTextField(_("note for colleagues"), blank=True, max_length=LONGEST_NOTE)
    note_to_author = CanonicalTextField(
        _("note to the author"), blank=True, max_length=LONGEST_NOTE
    )
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("being looked at by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    claimed_until = models.DateTimeField(_("until"), null=True)
    is_held_by_law = models.BooleanField(
        _("under legal hold"),
        default=False,
        help_text=_("Neither the rule of time nor its author's wish erases it."),
    )

    objects = ReaderCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        default_permissions = ()
        permissions = [
            ("moderate_readercomment", "Can moderate reader comments"),
            ("reopen_readercomment", "Can reopen decided reader comments"),
            ("erase_readercomment", "Can erase reader comments"),
            ("view_original_readercomment", "Can see what was redacted, and email addresses"),
            ("export_readercomment", "Can export reader comments"),
            ("answer_readercomment", "Can draft official replies"),
            ("approve_answer_readercomment", "Can publish official replies"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status=Status.APPROVED, shown=Shown.TEXT)
                | (~Q(status=Status.APPROVED) & ~Q(shown=Shown.TEXT)),
                name="prcouncil_only_approved_is_shown",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.ERASED)
                | Q(name="", sent_name="", email="", text="", public_text="", folded="", note=""),
                name="prcouncil_erased_is_empty",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["status", "urgency", "posted_at", "id"], name="readercomment_queue"
            ),
            models.Index(
                fields=["thread", "posted_at", "id"],
                condition=Q(parent=None, shown__gt=Shown.NOT),
                name="readercomment_thread",
            ),
            models.Index(
                fields=["parent", "posted_at", "id", "shown"],
                condition=Q(parent__isnull=False),
                name="readercomment_replies",
            ),
            models.Index(fields=["posted_at"], name="readercomment_posted"),
            models.Index(fields=["thread", "posted_at"], name="readercomment_page"),
            models.Index(fields=["address_hash", "posted_at"], name="readercomment_address"),
            models.Index(fields=["email_hash", "posted_at"], name="readercomment_email"),
            models.Index(fields=["text_hash"], name="readercomment_text"),
            models.Index(fields=["status", "decided_at"], name="readercomment_decided"),
            models.Index(
                fields=["posted_at"], condition=Q(reports__gt=0), name="readercomment_reported"
            ),
        ]

    def __str__(self) -> str:
        """Without a word of the author's: logs quote it, and outlive an erasure."""
        return str(self.public_id)[:8]

    @property
    def is_redacted(self) -> bool:
        return self.status != Status.ERASED and self.public_text != self.text
