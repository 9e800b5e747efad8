"""The two formats in XML: Django's writers with what they leave out.

RSS 2.0 (rssboard.org) with the modules `atom`, `content`, `dc` and `media` (Media RSS); Atom 1.0
(RFC 4287). All dates are Gregorian, in ASCII digits.
"""

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
    rfc3339_date,
)
from django.utils.xmlutils import SimplerXMLGenerator

from wagtail_prcouncil import conf
from wagtail_prcouncil.news.feeds.channels import Channel
from wagtail_prcouncil.news.feeds.entries import Entry, Picture

NOTHING: "AttributesImpl[str]" = AttributesImpl({})
MEDIA = "http://search.yahoo.com/mrss/"


class RSS(Rss201rev2Feed):
    """What is republished names its source; pictures come as enclosure and with credit."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": MEDIA,
        }

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel, url in _links(self.feed["channel"]):
            handler.addQuickElement("atom:link", "", {"rel": rel, "href": url})
        if icon := self.feed["channel"].icon_url:
            handler.startElement("image", NOTHING)
            handler.addQuickElement("url", icon)
            handler.addQuickElement("title", self.feed["title"])
            handler.addQuickElement("link", self.feed["link"])
            handler.endElement("image")

    def latest_post_date(self) -> Any:
        return self.feed["channel"].updated

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("content:encoded", entry.html)
        handler.addQuickElement("atom:updated", rfc3339_date(entry.updated))
        if entry.source and entry.source_url:
            handler.addQuickElement("source", entry.source, {"url": entry.source_url})
        if entry.picture:
            _media(handler, entry.picture)


class Atom(Atom1Feed):
    """The text goes into `content`, the lead into `summary`."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel, url in _links(self.feed["channel"]):
            handler.addQuickElement("link", "", {"rel": rel, "href": url})
        if icon := self.feed["channel"].icon_url:
            handler.addQuickElement("logo", icon)

    def latest_post_date(self) -> Any:
        return self.feed["channel"].updated

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        # Django writes a summary as HTML; ours is plain, and so is said to be.
        super().add_item_elements(handler, item | {"description": None})
        entry: Entry = item["entry"]
        if entry.summary:
            handler.addQuickElement("summary", entry.summary)
        handler.addQuickElement("content", entry.html, {"type": "html"})
        for category in entry.categories:
            handler.addQuickElement("category", "", {"term": category})
        if entry.picture:
            picture = entry.picture
            attributes = {"length": str(picture.length), "type": picture.media_type}
            handler.addQuickElement(
                "link", "", {"rel": "enclosure", "href": picture.url, **attributes}
            )
        if entry.source_url:
            handler.addQuickElement("link", "", {"rel": "via", "href": entry.source_url})
            handler.startElement("source", NOTHING)
            handler.addQuickElement("id", entry.source_url)
            handler.addQuickElement("title", entry.source or entry.source_url)
            handler.addQuickElement("updated", rfc3339_date(entry.published))
            handler.endElement("source")


def rss(channel: Channel) -> str:
    return _written(RSS, channel)


def atom(channel: Channel) -> str:
    return _written(Atom, channel)


def _written(kind: type[SyndicationFeed], channel: Channel) -> str:
    feed = kind(
        title=channel.title,
        link=channel.home_url,
        description=channel.description,
        subtitle=channel.description,
        language=channel.language,
        author_name=channel.publisher,
        feed_url=channel.url,
        feed_guid=channel.url,
        channel=channel,
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            link=entry.url,
            description=entry.summary or entry.title,
            author_name=entry.author or None,
            author_link=entry.author_url or None,
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            categories=entry.categories if kind is RSS else (),
            enclosures=_enclosures(entry) if kind is RSS else [],
            entry=entry,
        )
    return str(feed.writeString("utf-8"))


def _links(channel: Channel) -> list[tuple[str, str]]:
    """To where the older items are, and to the hub that tells of new ones."""
    return [
        (rel, url) for rel, url in (("next", channel.next_url), ("hub", conf.websub_hub())) if url
    ]


def _enclosures(entry: Entry) -> list[Enclosure]:
    picture = entry.picture
    return [Enclosure(picture.url, str(picture.length), picture.media_type)] if picture else []


def _media(handler: SimplerXMLGenerator, picture: Picture) -> None:
    told = {
        "url": picture.url,
        "fileSize": str(picture.length),
        "type": picture.media_type,
        "medium": "image",
        "width": str(picture.width),
        "height": str(picture.height),
    }
    handler.startElement("media:content", AttributesImpl(told))
    if picture.alt:
        handler.addQuickElement("media:description", picture.alt, {"type": "plain"})
    if picture.credit:
        handler.addQuickElement("media:credit", picture.credit)
    handler.endElement("media:content")
