from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news.states import UpdateKind


class PublicationLife(models.Model):
    """When readers could first see an item, what changed since, and from when on at all.

    Times are UTC. `published_at` is when readers first could see it, `modified_at` when they were
    last told of a change, `retracted_at` is set while the item stands retracted. `update_kind` and
    `update_note` travel with a draft and say what its publication will mean; they mean nothing at
    the first one. An embargo is no schedule: it holds however the item goes live.
    """

    update_kind = models.CharField(
        _("what changed"), max_length=20, blank=True, choices=UpdateKind.choices
    )
    update_note = CanonicalTextField(
        _("note to readers"),
        blank=True,
        help_text=_("Readers see it with its date below the text."),
    )
    embargoed_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Published or not, readers see nothing of the item before this time."),
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    modified_at = models.DateTimeField(_("modified at"), null=True, editable=False)
    retracted_at = models.DateTimeField(_("retracted at"), null=True, editable=False)

    live_fields: ClassVar[tuple[str, ...]] = ("published_at", "modified_at", "retracted_at")

    class Meta:
        abstract = True

    @property
    def is_embargoed(self) -> bool:
        return self.embargoed_until is not None and self.embargoed_until > timezone.now()

    @property
    def is_out(self) -> bool:
        """Whether readers have had a chance to see it, now or before it was withdrawn."""
        return self.published_at is not None and self.published_at <= timezone.now()
