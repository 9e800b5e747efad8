"""The first bytes by which kinds of files are told apart, whatever their names say."""

import re

MARKUP = re.compile(
    rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml|%|!--)|<\?=", re.IGNORECASE
)
SNIFFED = 1024
"""How far browsers and readers look into a file for what it is."""

PROGRAMS = (
    b"MZ",  # Windows, DOS
    b"\x7fELF",  # Linux
    b"\xca\xfe\xba\xbe",  # macOS, Java
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"#!",  # scripts
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",  # Windows shortcut
)

ZIP = (0, rb"PK\x03\x04")
OLE = (0, rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
MPEG4 = (4, rb"ftyp")
OGG = (0, rb"OggS")
TEXT = (0, rb"(?:\xef\xbb\xbf)?[^\x00]")

SIGNATURES: dict[str, tuple[int, bytes]] = {
    "pdf": (0, rb"%PDF-[12]\."),
    "docx": ZIP,
    "xlsx": ZIP,
    "pptx": ZIP,
    "docm": ZIP,
    "xlsm": ZIP,
    "pptm": ZIP,
    "odt": ZIP,
    "ods": ZIP,
    "odp": ZIP,
    "epub": ZIP,
    "zip": ZIP,
    "doc": OLE,
    "xls": OLE,
    "ppt": OLE,
    "rtf": (0, rb"\{\\rtf"),
    "txt": TEXT,
    "csv": TEXT,
    "vtt": (0, rb"(?:\xef\xbb\xbf)?WEBVTT"),
    "mp4": MPEG4,
    "m4v": MPEG4,
    "m4a": MPEG4,
    "mov": MPEG4,
    "webm": (0, rb"\x1a\x45\xdf\xa3"),
    "mp3": (0, rb"ID3|\xff[\xe2-\xff]"),
    "ogg": OGG,
    "oga": OGG,
    "ogv": OGG,
    "opus": OGG,
    "wav": (0, rb"RIFF....WAVE"),
    "flac": (0, rb"fLaC"),
}
"""Ending → where, and what (a pattern) stands there."""


def has_signature_of(ending: str, head: bytes) -> bool:
    """Whether a file begins as its ending promises; True for an ending that is not known here."""
    if ending not in SIGNATURES:
        return True
    at, pattern = SIGNATURES[ending]
    return re.match(pattern, head[at:], re.DOTALL) is not None


def is_program(head: bytes) -> bool:
    """Whether a computer would run it."""
    return head.startswith(PROGRAMS)


def looks_like_markup(head: bytes) -> bool:
    """Whether a browser that goes by content might take it for a page, a drawing or a script."""
    plain = head[: 2 * SNIFFED].replace(b"\0", b"")[:SNIFFED]  # so that UTF-16 hides nothing
    return MARKUP.search(plain) is not None
