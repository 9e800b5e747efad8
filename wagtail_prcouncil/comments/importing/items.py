"""A comment as another system has it, before anything is believed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceComment:
    """All as written at the source, empty where it says nothing.

    `line` is where it begins in the file, or its place in it, from 1. `page` is what names the page
    that it stands below: an address, a path, a key of ours, or what a site's own hook knows.
    `parent_id` is the source's number of the comment that it answers; `date` is Jalali or Gregorian
    in any digits. There is no place for a network address: none is ever taken over.
    """

    line: int
    source_id: str
    page: str
    name: str
    text: str
    date: str
    email: str = ""
    status: str = ""
    parent_id: str = ""


class UnreadableSourceError(Exception):
    """The file is not of the kind that it was taken for; the sentence is for people."""


Reader = Callable[[Path], Iterator[SourceComment]]
"""Reads a file comment by comment. Raises UnreadableSourceError."""
