"""News in WordPress's own export (WXR 1.0 to 1.2)."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext

from wagtail_prcouncil.news.importing.items import SourceItem, UnreadableSourceError, plain_line

_NAMESPACE = re.compile(r"\{http://wordpress\.org/export/1\.[0-2]/(?:excerpt/)?\}")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NEVER_PUBLISHED = "0000-00-00 00:00:00"


def read_wordpress(path: Path) -> Iterator[SourceItem]:
    """Published posts in the file's order; pages, drafts and menus are passed over.

    The file is read twice: a post names its picture by the number of an attachment, which may
    stand behind it. Attachments are remembered by address only.
    """
    pictures = {
        _text(item, "post_id"): _text(item, "attachment_url")
        for _place, item in _elements(path)
        if _text(item, "post_type") == "attachment"
    }
    for place, item in _elements(path):
        if (_text(item, "post_type") or "post") == "post" and _text(item, "status") in {
            "publish",
            "",
        }:
            yield _item(place, item, pictures)


def _elements(path: Path) -> Iterator[tuple[int, Element]]:
    """Each <item> with its place, forgotten as soon as the next is read."""
    place = 0
    is_feed = False
    try:
        for event, element in iterparse(path, events=("start", "end")):
            is_feed = is_feed or element.tag == "rss"
            if event == "end" and element.tag == "item":
                place += 1
                yield place, element
                element.clear()
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnreadableSourceError(
            gettext("This is no WordPress export, or it is damaged behind item %(place)s.")
            % {"place": place}
        ) from error
    if not is_feed:
        raise UnreadableSourceError(gettext("This is no WordPress export."))


def _item(place: int, item: Element, pictures: dict[str, str]) -> SourceItem:
    terms = [(one.get("domain", ""), one.text or "") for one in item.findall("category")]
    utc = _text(item, "post_date_gmt")
    # A post that was saved before it had a date has none in UTC; the local one is Tehran's.
    date = f"{utc}Z".replace(" ", "T") if utc and utc != NEVER_PUBLISHED else ""
    meta = {_text(one, "meta_key"): _text(one, "meta_value") for one in _children(item, "postmeta")}
    return SourceItem(
        place,
        plain_line(item.findtext("title") or ""),
        date or _text(item, "post_date") or (item.findtext("pubDate") or "").strip(),
        guid=(item.findtext("guid") or "").strip(),
        lead=_text(item, "encoded"),
        html=item.findtext(_CONTENT) or "",
        section=next((name for domain, name in terms if domain == "category"), ""),
        tags=tuple(name for domain, name in terms if domain == "post_tag"),
        picture=pictures.get(meta.get("_thumbnail_id", ""), ""),
        path=(item.findtext("link") or "").strip(),
        is_protected=bool(_text(item, "post_password")),
    )


def _children(item: Element, name: str) -> Iterator[Element]:
    for child in item:
        if _NAMESPACE.sub("", child.tag) == name and _NAMESPACE.match(child.tag):
            yield child


def _text(item: Element, name: str) -> str:
    return next((child.text or "" for child in _children(item, name)), "").strip()
