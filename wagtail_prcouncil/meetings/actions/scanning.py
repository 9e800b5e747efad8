"""The paper that was signed is kept beside the minutes."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.meetings.actions.locking import allowed, save
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.states import SETTLED
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused


def attach_scan(
    meeting: Meeting,
    file: "UploadedFile[bytes]",
    *,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Meeting:
    """The signed minutes, in place of those that were there. Raises MeetingError beside the field
    for a file that is not let in, and before the minutes are approved: what is signed is final."""
    try:
        clean_paper(file)
    except UploadRefused as refusal:
        raise MeetingError(" ".join(refusal.messages), field="file") from refusal
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        if fresh.minutes_status not in SETTLED:
            sentence = gettext("The minutes are not approved yet: a scan is of what was approved.")
            raise MeetingError(sentence, field="file")
        _drop_file(fresh)
        fresh.scan = file
        _note(fresh, by, "attach_scan")
    return fresh


def remove_scan(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """It was the wrong paper."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        _drop_file(fresh)
        fresh.scan = ""
        _note(fresh, by, "remove_scan")
    return fresh


def _drop_file(meeting: Meeting) -> None:
    """Once it is certain that nothing names it."""
    if meeting.scan:
        storage, name = meeting.scan.storage, str(meeting.scan.name)
        transaction.on_commit(lambda: storage.delete(name))


def _note(meeting: Meeting, by: AbstractBaseUser | None, verb: str) -> None:
    save(meeting)
    log(meeting.page, f"prcouncil_meetings.{verb}", user=by, data={"meeting": meeting.pk})
    forget_after_commit(meeting)
