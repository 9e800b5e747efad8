"""Files that come with a report or a follow-up: looked into before they are kept."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, NamedTuple, Self

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused

LONGEST_TITLE = 200
MOST = 20
"""Files at once."""


class Attached(NamedTuple):
    """A file and what it is called."""

    title: str
    file: "UploadedFile[Any]"

    @classmethod
    def of(cls, file: "UploadedFile[Any]") -> Self:
        """Called as the file is, without its ending."""
        name = file.name or ""
        return cls((PurePath(name).stem or name)[:LONGEST_TITLE], file)


def check_files(attached: Iterable[Attached]) -> list[Attached]:
    """Raises MeetingError beside `attached` for the first that is not let in; it says which and
    why."""
    found = list(attached)
    if len(found) > MOST:
        raise MeetingError(gettext("These are too many files at once."), field="attached")
    for one in found:
        try:
            clean_paper(one.file)
        except UploadRefused as refusal:
            told = {"file": one.title, "why": " ".join(refusal.messages)}
            raise MeetingError(gettext("“%(file)s”: %(why)s") % told, field="attached") from refusal
    return found
