import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news.models.publication import Publication
from wagtail_prcouncil.news.states import OPEN_TO_EDITORS, TOLD, UpdateKind
from wagtail_prcouncil.pages.privacy import private_paths


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

    def get_latest_revision_as_object(self) -> Self:
        """The open draft; one that has gone out already says nothing of the next change."""
        draft: Self = super().get_latest_revision_as_object()
        draft.update_kind, draft.update_note = self.announced()
        return draft

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A draft's embargo comes too late for what readers have seen, however it goes out."""
        draft: Self = super().with_content_json(content)
        if draft.is_out and draft.is_embargoed:
            draft.embargoed_until = None
        return draft

    def announced(self) -> tuple[str, str]:
        """Kind and note of the publication that the open draft is meant for; empty when there is
        no open draft, or it says nothing."""
        latest = self.latest_revision
        if latest is None or Publication.objects.filter(revision=latest).exists():
            return "", ""
        return latest.content.get("update_kind", ""), latest.content.get("update_note", "")

    @property
    def is_embargoed(self) -> bool:
        return self.embargoed_until is not None and self.embargoed_until > timezone.now()

    @property
    def is_withheld(self) -> bool:
        """Whether an embargo keeps it from readers, in whatever language it was set. No query but
        the request's own, where nothing is private at this page."""
        if self.is_embargoed:
            return True
        if self.path not in private_paths():
            return False
        return type(self).objects.withheld().filter(pk=self.pk).exists()

    @property
    def is_out(self) -> bool:
        """Whether readers have had a chance to see it, now or before it was withdrawn."""
        return self.modified_at is not None and self.modified_at <= timezone.now()

    @property
    def was_modified(self) -> bool:
        """Whether readers were told of a change since they first saw it."""
        if self.published_at is None or self.modified_at is None:
            return False
        return self.modified_at > self.published_at

    @cached_property
    def updates(self) -> list[Publication]:
        """What readers were told since they first saw it, newest first; an item of which nothing
        was told asks the database for nothing."""
        return list(Publication.objects.of(self).told()) if self.was_modified else []

    @property
    def retraction(self) -> Publication | None:
        """By which the item stands retracted; None while it holds."""
        if self.retracted_at is None:
            return None
        found = (told for told in self.updates if told.kind == UpdateKind.RETRACTION)
        return next(found, None)

    @property
    def log(self) -> list[Publication]:
        """The notes below the text: all but the one that stands above it."""
        return [told for told in self.updates if told != self.retraction]

    def foresee(self) -> None:
        """Set on a draft that readers do not see what its publication now would set: for a preview.
        Nothing is written."""
        now, kind = timezone.now(), self.coming_kind()
        times = self.coming_times(kind, now)
        told = self.updates
        for name, value in times.items():
            setattr(self, name, value)
        if kind in TOLD:
            coming = Publication(page_id=self.pk, kind=kind, note=self.update_note, at=now)
            self.updates = [coming, *told]

    def coming_kind(self) -> UpdateKind:
        """What a publication of it would mean to readers."""
        if self.modified_at is None:
            return UpdateKind.FIRST
        tellable = TOLD.intersection(OPEN_TO_EDITORS[self.retracted_at is not None])
        if not self.is_out or self.update_kind not in tellable:
            return UpdateKind.SILENT
        kind = UpdateKind(self.update_kind)
        said = Publication.objects.of(self).saying(kind, self.update_note)
        return UpdateKind.SILENT if said.exists() else kind

    def coming_times(self, kind: UpdateKind, now: dt.datetime) -> dict[str, dt.datetime | None]:
        """What a publication of this kind sets."""
        if not self.is_out:
            return self._first_times(now)
        times: dict[str, dt.datetime | None] = (
            {"embargoed_until": None} if self.is_embargoed else {}
        )
        if kind in TOLD:
            times["modified_at"] = now
        if kind == UpdateKind.RETRACTION:
            times["retracted_at"] = now
        elif kind == UpdateKind.REINSTATEMENT:
            times["retracted_at"] = None
        return times

    def _first_times(self, now: dt.datetime) -> dict[str, dt.datetime | None]:
        """When readers first can see it: an embargo's end, the time that an import brought, or now.

        An item that was kept back until now comes out now, not when it went live for nobody.
        """
        out = self.published_at or self.first_published_at or now
        if out > now or Publication.objects.of(self).exists():
            out = now
        out = self.embargo_of_group(now) or out
        return {"published_at": out, "modified_at": out}

    def embargo_of_group(self, now: dt.datetime) -> dt.datetime | None:
        """The last end of the embargoes that hold for the item, in whatever language each was set;
        None where none holds."""
        group = type(self).objects.filter(translation_key=self.translation_key)
        others = group.exclude(pk=self.pk).filter(embargoed_until__gt=now).order_by()
        ends = [self.embargoed_until, *others.values_list("embargoed_until", flat=True)]
        return max((end for end in ends if end is not None and end > now), default=None)
