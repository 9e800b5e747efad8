"""A mail in words, as apps say it and as templates print it: as text, and as HTML."""

from collections.abc import Sequence
from typing import NamedTuple

from django.template.loader import select_template


class Line(NamedTuple):
    """Of what is so: «زمان: یکشنبه ۱ آذر ۱۴۰۵»; `url` is where its value leads."""

    name: str
    value: str
    url: str = ""


class Link(NamedTuple):
    label: str
    url: str


class Section(NamedTuple):
    """A heading, and below it paragraphs or a list."""

    heading: str
    paragraphs: Sequence[str] = ()
    items: Sequence[str] = ()


class Said(NamedTuple):
    """A mail in words: `title` is what it is about, `sentence` what has happened."""

    subject: str
    sentence: str
    title: str
    lines: Sequence[Line] = ()
    sections: Sequence[Section] = ()
    links: Sequence[Link] = ()


def printed(
    said: Said, folder: str, event: str, *, language: str, direction: str
) -> tuple[str, str]:
    """Text and HTML, in the active language, by the first template that there is in the folder:
    for the event in that language, for the event, for all letters of the app ("letter")."""
    words = {"said": said, "language": language, "dir": direction}
    text, html = (
        select_template(
            [
                f"{folder}/{event}.{language}.{kind}",
                f"{folder}/{event}.{kind}",
                f"{folder}/letter.{kind}",
            ]
        ).render(words)
        for kind in ("txt", "html")
    )
    return text, html
