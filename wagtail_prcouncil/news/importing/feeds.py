"""News in an RSS or Atom file that was saved; nothing is fetched."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
from django.utils.translation import gettext

from wagtail_prcouncil.news.importing.items import SourceItem, UnreadableSourceError, plain_line

ENDS = (b"</rss>", b"</feed>", b"</rdf:RDF>", b"-->")


def read_feed(path: Path) -> Iterator[SourceItem]:
    """Entries in the file's order. A date that is no date is left to be told with its entry."""
    # Given a stream: it would take short text for a file's name or an address, and open that.
    content = path.read_bytes()
    stream = io.BytesIO(content)
    feed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise UnreadableSourceError(gettext("This is no RSS or Atom feed."))
    # It reads what is cut off as if it were whole; half an archive would look complete.
    if not content.rstrip().endswith(ENDS):
        raise UnreadableSourceError(gettext("The feed breaks off before its end."))
    for place, entry in enumerate(feed.entries, 1):
        yield _item(place, entry)


def _item(place: int, entry: Any) -> SourceItem:
    contents = [part.value for part in entry.get("content", ()) if part.value]
    summary = entry.get("summary", "")
    link = entry.get("link", "")
    return SourceItem(
        place,
        plain_line(entry.get("title", "")),
        # As written: feedparser understands neither Persian digits nor Jalali years.
        entry.get("published") or entry.get("updated", ""),
        guid=entry.get("id") or link,
        html=contents[0] if contents else summary,
        lead=summary if contents else "",
        section=next((tag.term for tag in entry.get("tags", ()) if tag.get("term")), ""),
        tags=tuple(tag.term for tag in entry.get("tags", ())[1:] if tag.get("term")),
        picture=_picture(entry),
        source_outlet=entry.get("source", {}).get("title", ""),
        path=link,
    )


def _picture(entry: Any) -> str:
    """The first enclosure or media element that is a picture."""
    media = [*entry.get("enclosures", ()), *entry.get("media_content", ())]
    for part in media:
        if part.get("type", "").startswith("image/") or part.get("medium") == "image":
            return str(part.get("href") or part.get("url", ""))
    return next((str(part.get("url", "")) for part in entry.get("media_thumbnail", ())), "")
