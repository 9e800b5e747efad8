"""Ways in which a reader passes a page on: a table that a site changes in its settings.

Plain links: nothing is asked of another host until a reader follows one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil import conf

SCHEMES = ("https://", "sms:", "mailto:")
# The form `sms:?&body=` is understood by both kinds of phone.
DEFAULT: dict[str, Mapping[str, Any]] = {
    "eitaa": {"label": _("Eitaa"), "address": "https://eitaa.com/share/url?url={url}&text={text}"},
    "bale": {"label": _("Bale"), "address": "https://ble.ir/share/url?url={url}&text={text}"},
    "telegram": {"label": _("Telegram"), "address": "https://t.me/share/url?url={url}&text={text}"},
    "whatsapp": {"label": _("WhatsApp"), "address": "https://wa.me/?text={text}%20{url}"},
    "sms": {"label": _("Text message"), "address": "sms:?&body={text}%20{url}"},
    "mail": {"label": _("Email"), "address": "mailto:?subject={text}&body={url}"},
}


@dataclass(frozen=True, slots=True)
class ShareWay:
    """A messenger or the like, as a reader sees it."""

    key: str
    label: str
    address: str


def share_ways(url: str, text: str) -> Iterator[ShareWay]:
    """In the order of the table. `url` is full and short; `text` is what the page is about."""
    said = {"url": quote(url, safe=""), "text": quote(text, safe="")}
    for key, way in chosen_ways().items():
        address = str(way["address"])
        for name, value in said.items():
            address = address.replace("{" + name + "}", value)
        yield ShareWay(key, str(way["label"]), address)


def chosen_ways() -> dict[str, Mapping[str, Any]]:
    """Ours with the site's own on top; None takes one out."""
    merged: dict[str, Any] = {**DEFAULT, **conf.share_ways()}
    return {key: way for key, way in merged.items() if way is not None}


def problems() -> Iterator[str]:
    """What is wrong with the site's own ways, a sentence each; for the system check."""
    for key, way in conf.share_ways().items():
        if way is None:
            continue
        if not isinstance(way, Mapping) or set(way) != {"label", "address"}:
            yield f"'{key}' needs a label and an address, and nothing else."
        elif "{url}" not in str(way["address"]):
            yield f"The address of '{key}' lacks {{url}}."
        elif not str(way["address"]).startswith(SCHEMES):
            yield f"The address of '{key}' begins with none of: {', '.join(SCHEMES)}"
