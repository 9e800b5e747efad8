"""An item as another system has it, before anything is believed."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import strip_tags


@dataclass(frozen=True, slots=True)
class SourceItem:
    """All as written at the source, empty where it says nothing.

    `line` is where it begins in the file, or its place in the feed, from 1. `date` is Jalali or
    Gregorian in any digits. `picture` is a file's name or an address; `path` the address readers
    knew it by. `html` may be plain text.
    """

    line: int
    title: str
    date: str
    guid: str = ""
    code: str = ""
    kicker: str = ""
    deck: str = ""
    lead: str = ""
    html: str = ""
    section: str = ""
    agency: str = ""
    province: str = ""
    tags: tuple[str, ...] = ()
    picture: str = ""
    picture_alt: str = ""
    picture_caption: str = ""
    picture_credit: str = ""
    source_outlet: str = ""
    quoted_source: str = ""
    quoted_url: str = ""
    dateline_place: str = ""
    path: str = ""
    is_protected: bool = False  # readers needed a password


def plain_line(markup: str) -> str:
    """A headline of a source that may put markup into one: «<b>سد</b> &amp; آب» is «سد & آب»."""
    return " ".join(html.unescape(strip_tags(html.unescape(markup))).split())


class UnreadableSourceError(Exception):
    """The file is not of the kind that it was taken for; the sentence is for people."""


Reader = Callable[[Path], Iterator[SourceItem]]
"""Reads a file item by item. Raises UnreadableSourceError."""
