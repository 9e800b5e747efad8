"""What a publication of a news item means to its readers, and when each meaning is open."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UpdateKind(TextChoices):
    """Why an item's public words changed. Names as newsrooms use them; `pubstatus` of IPTC ninjs
    is "canceled" after a retraction, "usable" otherwise."""

    FIRST = "first", _("First publication")
    SILENT = "silent", _("Small repair, not announced")
    # With a context: as the word on a button, "Update" is Wagtail's to translate.
    UPDATE = "update", pgettext_lazy("change of a news item", "Update")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")
    RETRACTION = "retraction", _("Retraction")
    REINSTATEMENT = "reinstatement", _("Reinstatement")
    WITHDRAWAL = "withdrawal", _("Withdrawn from the site")


# Readers are told of these, with a note; they move dateModified, feeds and sitemaps.
TOLD = frozenset(
    {
        UpdateKind.UPDATE,
        UpdateKind.CLARIFICATION,
        UpdateKind.CORRECTION,
        UpdateKind.RETRACTION,
        UpdateKind.REINSTATEMENT,
    }
)

# What an editor may say of a change, by whether the item stands retracted: a retraction is taken
# back in so many words, never by an update that somebody makes without noticing it.
OPEN_TO_EDITORS: dict[bool, tuple[UpdateKind, ...]] = {
    False: (
        UpdateKind.SILENT,
        UpdateKind.UPDATE,
        UpdateKind.CLARIFICATION,
        UpdateKind.CORRECTION,
        UpdateKind.RETRACTION,
    ),
    True: (UpdateKind.SILENT, UpdateKind.REINSTATEMENT),
}

# How loud a notice of it looks (component `notice.html`); the others are plain.
TONES: dict[str, str] = {
    UpdateKind.CLARIFICATION: "wait",
    UpdateKind.CORRECTION: "wait",
    UpdateKind.RETRACTION: "bad",
    UpdateKind.REINSTATEMENT: "good",
}
