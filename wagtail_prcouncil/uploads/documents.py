"""Documents: of a kind that is welcome, that kind inside as well, and of one kind only."""

import zipfile
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads.names import safe_name
from wagtail_prcouncil.uploads.refusal import UNREADABLE, UploadRefused
from wagtail_prcouncil.uploads.signatures import (
    SIGNATURES,
    SNIFFED,
    ZIP,
    has_signature_of,
    is_program,
    looks_like_markup,
)

OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
"""Ending → the folder in which Microsoft's formats keep the text."""
OFFICE |= {"docm": "word/", "xlsm": "xl/", "pptm": "ppt/"}

OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
    "epub": b"application/epub+zip",
}
"""Ending → what the first member of the archive says."""

OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
"""The name of a stream that DOC, XLS and PPT have when they hold macros."""

TEXTS = ("txt", "csv", "vtt")


def clean_document(file: "UploadedFile[Any]") -> None:
    """Raises UploadRefused, or leaves `file` as it is, under a safe name."""
    ending = ending_of(file, conf.document_extensions())
    file.seek(0)
    head = file.read(2 * SNIFFED)
    if is_program(head):
        raise UploadRefused(_("This is a program."), "program")
    if not has_signature_of(ending, head):
        raise UploadRefused(
            _("What is in this file is not what its name ends in (.%(extension)s)."),
            "disguised",
            extension=ending,
        )
    _check_one_kind(file, ending, head)
    _check_macros(file, ending)
    file.seek(0)


def ending_of(file: "UploadedFile[Any]", allowed: Sequence[str]) -> str:
    """Gives the file a safe name. Raises UploadRefused for one that ends otherwise, or is too
    large."""
    file.name = safe_name(file.name or "")
    ending = PurePath(file.name).suffix.removeprefix(".")
    if ending not in allowed:
        raise UploadRefused(
            _("Files that end in .%(ending)s are not let in. Welcome are: %(allowed)s."),
            "extension",
            ending=ending,
            allowed=", ".join(allowed),
        )
    if (file.size or 0) > conf.document_max_bytes():
        raise UploadRefused(
            _("This file is larger than %(most)s MB."),
            "size",
            most=conf.document_max_bytes() / 1_000_000,
        )
    return ending


def _check_one_kind(file: "UploadedFile[Any]", ending: str, head: bytes) -> None:
    """A file that two programs read as two things is refused: one of them shows it to an editor,
    the other runs it for a reader."""
    archive = SIGNATURES.get(ending) == ZIP
    if ending in TEXTS:
        if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UploadRefused(_("This is not a text."), "disguised")
        if looks_like_markup(head):
            raise UploadRefused(_("There is a web page or a script in this file."), "polyglot")
        return
    # The words of an archive that is not packed may speak of HTML; its readers do not go by them.
    if not archive and looks_like_markup(head):
        raise UploadRefused(_("There is a web page or a script in this file."), "polyglot")
    if ending not in {"pdf", "zip"} and b"%PDF-" in head[:SNIFFED]:
        raise UploadRefused(_("This file is a PDF document as well."), "polyglot")
    if archive:
        _check_archive(file, ending)
    elif zipfile.is_zipfile(file):
        raise UploadRefused(_("This file is an archive as well."), "polyglot")
    elif ending == "pdf":
        _check_end_of_pdf(file)


def _check_end_of_pdf(file: "UploadedFile[Any]") -> None:
    """PDF readers look for its last line in the last kilobyte; more behind it is another file."""
    file.seek(max(0, (file.size or 0) - SNIFFED))
    _document, mark, rest = file.read().rpartition(b"%%EOF")
    if not mark or rest.strip(b"\r\n\t \0"):
        raise UploadRefused(_("Something follows the end of this PDF document."), "polyglot")


def _check_archive(file: "UploadedFile[Any]", ending: str) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            names = archive.namelist()
            kind = b""
            if ending in OPEN_DOCUMENT:
                with archive.open("mimetype") as member:
                    kind = member.read(100)  # and no more: it may be packed to burst
    except UNREADABLE as error:
        raise UploadRefused(_("This file is broken."), "broken") from error
    folder = OFFICE.get(ending)
    if (
        (members and min(member.header_offset for member in members) > 0)
        or (folder and not any(name.startswith(folder) for name in names))
        or (folder and "[Content_Types].xml" not in names)
        or (ending in OPEN_DOCUMENT and kind.strip() != OPEN_DOCUMENT[ending])
    ):
        raise UploadRefused(
            _("What is in this file is not what its name ends in (.%(extension)s)."),
            "disguised",
            extension=ending,
        )


def _check_macros(file: "UploadedFile[Any]", ending: str) -> None:
    if conf.document_macros():
        return
    file.seek(0)
    if ending in OFFICE or ending in OPEN_DOCUMENT:
        with zipfile.ZipFile(file) as archive:
            found = any(
                name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))
                for name in archive.namelist()
            )
    else:
        found = ending in {"doc", "xls", "ppt"} and OLD_MACROS in file.read()
    if found:
        raise UploadRefused(_("This document holds macros. Save it without them."), "macros")
