"""Where a printed file stands, in words for those who have it made."""

from django.utils.translation import gettext

from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState


def note_of(row: PrintedFile | None, made_at: str, *, is_current: bool = True) -> str:
    """Empty where nobody has asked for it. `made_at`: when it was made, in words; `is_current`:
    whether it says what the page says now."""
    if row is None:
        return ""
    if row.state == PrintState.WAITING:
        return gettext("The PDF will be here within some minutes.")
    if row.state == PrintState.FAILED:
        return gettext("The PDF could not be made: %(error)s") % {"error": row.error}
    if is_current:
        return gettext("Made on %(moment)s") % {"moment": made_at}
    return gettext("Something has changed since it was made.")
