"""Papers are put to an item of an agenda, and taken away."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.meetings.actions.itemising import note_items
from wagtail_prcouncil.meetings.actions.locking import allowed, check_writable, there
from wagtail_prcouncil.meetings.models import AgendaItem, ItemDocument, Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused


def add_document(
    item: AgendaItem,
    file: "UploadedFile[bytes]",
    *,
    title: str,
    title_en: str = "",
    version: int,
    by: AbstractBaseUser | None = None,
) -> ItemDocument:
    """A paper of an item, kept where no web server hands it out. `version` is the meeting's.

    Raises PermissionDenied, ConflictError, MeetingError beside the field: of a file that is not
    let in, why.
    """
    with transaction.atomic():
        fresh = allowed(item.meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        row = there(fresh.items.filter(pk=item.pk).first())
        if not title.strip():
            raise MeetingError(gettext("Say what it is called."), field="title")
        try:
            clean_paper(file)
        except UploadRefused as refusal:
            raise MeetingError(" ".join(refusal.messages), field="file") from refusal
        made = ItemDocument.objects.create(item=row, title=title, title_en=title_en, file=file)
        note_items(fresh, by, "add_document", {"item": row.pk, "document": made.pk})
    return made


def remove_document(
    document: ItemDocument, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """It was put there by mistake: the file goes with it, once that is certain."""
    with transaction.atomic():
        fresh = allowed(document.item.meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        rows = ItemDocument.objects.filter(item__meeting=fresh, pk=document.pk)
        row = there(rows.first())
        row.delete()
        note_items(fresh, by, "remove_document", {"title": row.title})
    return fresh
