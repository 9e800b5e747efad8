from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models.comment import ReaderComment
from wagtail_prcouncil.comments.states import Hold, Urgency
from wagtail_prcouncil.fields import CanonicalCharField


class WordRule(models.Model):
    """A word or phrase that moderators want to see marked. It holds nothing back by itself: all
    comments wait for a person. `version` grows when it is changed, so that old hits say which
    wording they come from.
    """

    class Match(models.TextChoices):
        WORD = "word", _("as a word of its own, with the usual endings")
        ANYWHERE = "anywhere", _("anywhere, inside of other words too")
        EXCEPTION = "exception", _("never: this is no hit, whatever other rules say")

    words = CanonicalCharField(_("word or phrase"), max_length=100, unique=True)
    match = models.CharField(
        _("is found"), max_length=10, choices=Match.choices, default=Match.WORD
    )
    code = models.CharField(
        _("is called"),
        max_length=20,
        choices=[
            (Hold.WORD.value, Hold.WORD.label),
            (Hold.ACCUSATION.value, Hold.ACCUSATION.label),
        ],
        default=Hold.WORD,
    )
    urgency = models.SmallIntegerField(
        _("puts the comment"), choices=Urgency.choices, default=Urgency.NORMAL
    )
    is_active = models.BooleanField(_("in use"), default=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("word rule")
        verbose_name_plural = _("word rules")
        ordering: ClassVar[list[str]] = ["words"]

    def __str__(self) -> str:
        return self.words


class RuleHit(models.Model):
    """What a rule saw in a comment, and where: characters `start` to `end` (exclusive) of the
    `field`; both are 0 where it means the whole. No word of the text is kept here."""

    class Field(models.TextChoices):
        NAME = "name", _("name")
        EMAIL = "email", _("email address")
        TEXT = "text", _("text")
        SENDER = "sender", _("sender")

    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="hits"
    )
    code = models.CharField(_("rule"), max_length=20, choices=Hold.choices)
    field = models.CharField(_("in"), max_length=10, choices=Field.choices, default=Field.TEXT)
    start = models.PositiveIntegerField(_("from"), default=0)
    end = models.PositiveIntegerField(_("to"), default=0)
    detail = models.CharField(
        _("more exactly"),
        max_length=40,
        blank=True,
        help_text=_("A code of the rule's own, such as the kind of number that was found."),
    )
    word_rule = models.ForeignKey(
        WordRule,
        verbose_name=_("word rule"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="hits",
    )
    rule_version = models.PositiveIntegerField(_("version of the rule"), default=1)

    class Meta:
        verbose_name = _("rule hit")
        verbose_name_plural = _("rule hits")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["code", "comment"], name="commenthit_code")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.code}"
