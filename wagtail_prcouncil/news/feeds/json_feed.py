"""JSON Feed 1.1 (jsonfeed.org)."""

import json
from typing import Any

from django.utils.feedgenerator import rfc3339_date

from wagtail_prcouncil import conf
from wagtail_prcouncil.news.feeds.channels import Channel
from wagtail_prcouncil.news.feeds.entries import Entry, Picture

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel) -> str:
    """What is empty is left out."""
    hub = conf.websub_hub()
    told = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.url,
        "description": channel.description,
        "next_url": channel.next_url,
        "icon": channel.icon_url,
        "language": channel.language,
        "authors": [{"name": channel.publisher, "url": channel.home_url}],
        "hubs": [{"type": "WebSub", "url": hub}] if hub else None,
    }
    items = [_item(entry, channel.language) for entry in channel.entries]
    return json.dumps(_said(told) | {"items": items}, ensure_ascii=False)


def _item(entry: Entry, language: str) -> dict[str, Any]:
    picture = entry.picture
    author = _said({"name": entry.author, "url": entry.author_url})
    return _said(
        {
            "id": entry.id,
            "url": entry.url,
            "external_url": entry.source_url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            "image": picture and picture.url,
            "date_published": rfc3339_date(entry.published),
            "date_modified": rfc3339_date(entry.updated),
            "authors": [author] if author else None,
            "tags": list(entry.categories),
            "language": language,
            "attachments": [_attachment(picture)] if picture else None,
        }
    )


def _attachment(picture: Picture) -> dict[str, Any]:
    return _said(
        {
            "url": picture.url,
            "mime_type": picture.media_type,
            "title": picture.alt,
            "size_in_bytes": picture.length,
        }
    )


def _said(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}
