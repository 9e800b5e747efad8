"""Comments in WordPress's own export (WXR 1.0 to 1.2)."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from bs4 import BeautifulSoup
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext

from wagtail_prcouncil.comments.importing.items import SourceComment, UnreadableSourceError

_OURS = re.compile(r"\{http://wordpress\.org/export/1\.[0-2]/\}(.*)")
NEVER = "0000-00-00 00:00:00"
_LINE_ENDS = ("br", "p", "div", "li", "blockquote")


def read_wordpress(path: Path) -> Iterator[SourceComment]:
    """The comments of all posts in the file's order; pingbacks and trackbacks are no comments of
    readers and are passed over, as what WordPress has in its trash. `line` counts comments."""
    place = 0
    for item in _items(path):
        page = (item.findtext("link") or "").strip()
        for element in _children(item, "comment"):
            place += 1
            if _text(element, "comment_type") not in ("", "comment"):
                continue
            if _text(element, "comment_approved") in ("trash", "post-trashed"):
                continue
            yield _comment(place, page, element)


def _items(path: Path) -> Iterator[Element]:
    """Each <item>, forgotten as soon as the next is read."""
    is_feed = False
    try:
        for event, element in iterparse(path, events=("start", "end")):
            is_feed = is_feed or element.tag == "rss"
            if event == "end" and element.tag == "item":
                yield element
                element.clear()
    except (ParseError, DefusedXmlException, ValueError) as error:
        sentence = gettext("This is no WordPress export, or it is damaged.")
        raise UnreadableSourceError(sentence) from error
    if not is_feed:
        raise UnreadableSourceError(gettext("This is no WordPress export."))


def _comment(place: int, page: str, element: Element) -> SourceComment:
    utc = _text(element, "comment_date_gmt")
    date = f"{utc.replace(' ', 'T')}Z" if utc and utc != NEVER else ""
    parent = _text(element, "comment_parent")
    return SourceComment(
        place,
        _text(element, "comment_id"),
        page,
        _text(element, "comment_author"),
        plain(_text(element, "comment_content")),
        date or _text(element, "comment_date"),
        email=_text(element, "comment_author_email"),
        status=_text(element, "comment_approved"),
        parent_id="" if parent == "0" else parent,
    )


def plain(markup: str) -> str:
    """A comment's words: WordPress lets some markup into them, and writes & as &amp;."""
    if "<" not in markup and "&" not in markup:
        return markup
    soup = BeautifulSoup(markup, "html.parser")
    for dropped in soup(["script", "style"]):
        dropped.decompose()
    for tag in soup(_LINE_ENDS):
        tag.append("\n")
    return soup.get_text().strip()


def _children(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        found = _OURS.fullmatch(child.tag)
        if found and found[1] == name:
            yield child


def _text(element: Element, name: str) -> str:
    return next((child.text or "" for child in _children(element, name)), "").strip()
