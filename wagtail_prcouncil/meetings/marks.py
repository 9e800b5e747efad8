"""How a part of minutes reads, as a mark by which it is seen whether a person has written in it.

The editor writes the same words with other quotes, spaces and keys of paragraphs, so that not the
markup is compared but the elements and the words in them.
"""

import hashlib
import json
from html.parser import HTMLParser
from typing import Any

from wagtail_prcouncil.persian.text import canonical


def mark(value: dict[str, Any]) -> str:
    """Of the stored value of a block. Who reads it is no part of it."""
    words = {key: _read(said) for key, said in value.items() if key != "visibility"}
    told = json.dumps(words, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _read(said: Any) -> Any:
    if isinstance(said, str):
        reading = _Reading()
        reading.feed(said)
        reading.close()
        return reading.told()
    if isinstance(said, dict):
        return {key: _read(one) for key, one in said.items() if one not in ("", None)}
    if isinstance(said, list):
        return [_read(one) for one in said]
    return said


class _Reading(HTMLParser):
    """Elements with what they say of links, and words between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = sorted(pair for pair in attrs if pair[0] != "data-block-key")
        self.seen.append(f"<{tag} {said}>" if said else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        words = " ".join(canonical(data).split())
        if words:
            self.seen.append(words)

    def told(self) -> list[str]:
        return self.seen
