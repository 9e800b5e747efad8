"""What an editing form asks of a publication: what changed, and from when on it may be seen."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.news.models.publication import Publication
from wagtail_prcouncil.news.states import OPEN_TO_EDITORS, TOLD, UpdateKind
from wagtail_prcouncil.persian.text import canonical


def other_languages(item: Any) -> list[Any]:
    """The published pages of the same item in other languages, by language; none of a new one."""
    if item.pk is None:
        return []
    pages = item.get_translations().filter(live=True, alias_of=None).select_related("locale")
    return list(pages.order_by("locale__language_code"))


class AsksWhatChanged(forms.BaseModelForm):
    """Mixed into the form of an item: an item that readers have seen goes out again only with a
    word about the change, and no embargo takes it back.

    A kind and a note that have gone out are not offered again: the next change has its own.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "update_kind" in self.fields:
            kinds = OPEN_TO_EDITORS[self.instance.retracted_at is not None]
            asked = self.fields["update_kind"]
            asked.choices = [(kind.value, kind.label) for kind in kinds]
            # Somebody may have retracted it since the form was opened.
            asked.error_messages["invalid_choice"] = _(
                "That is not open as the item stands now: choose one of these."
            )
        if self.instance.pk and {"update_kind", "update_note"} & set(self.fields):
            self.initial["update_kind"], self.initial["update_note"] = self.instance.announced()

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        self._check_embargo(cleaned)
        if not self.is_deferred_validation and self.instance.is_out:
            self._check_change(cleaned)
        return cleaned

    def _check_change(self, cleaned: dict[str, Any]) -> None:
        if "update_kind" not in cleaned or "update_note" not in cleaned:
            return
        kind, note = cleaned["update_kind"], canonical(cleaned["update_note"])
        if not kind:
            self.add_error("update_kind", _("Readers have seen this item: say what changed."))
        elif kind in TOLD and not note:
            self.add_error("update_note", _("Tell readers in a sentence what changed and why."))
        elif kind == UpdateKind.SILENT and note:
            self.add_error(
                "update_note",
                _("A small repair is not announced: choose what it is, or leave the note empty."),
            )
        elif kind in TOLD and Publication.objects.of(self.instance).saying(kind, note).exists():
            self.add_error(
                "update_note", _("Readers have read this very note: say what changed this time.")
            )

    def _check_embargo(self, cleaned: dict[str, Any]) -> None:
        end = cleaned.get("embargoed_until")
        if end is None:
            return
        expiry = cleaned.get("expire_at")
        if self.instance.is_out and end > timezone.now():
            self.add_error(
                "embargoed_until",
                _("Readers have seen this item: an embargo cannot take it back. Unpublish it."),
            )
        elif end > timezone.now() and any(page.is_out for page in other_languages(self.instance)):
            self.add_error(
                "embargoed_until",
                _("Readers have seen this item in another language. Unpublish it there first."),
            )
        elif "embargoed_until" in self.changed_data and end <= timezone.now():
            self.add_error("embargoed_until", _("An embargo ends at a time to come."))
        elif expiry and expiry <= end:
            self.add_error(
                "embargoed_until", _("The item expires before that: readers would never see it.")
            )
