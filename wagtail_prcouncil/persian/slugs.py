"""Readable Persian slugs: they keep the letters, so the address bar shows the headline."""

import re
import unicodedata

from wagtail_prcouncil.persian import digits
from wagtail_prcouncil.persian.letters import MARKS, ZWNJ
from wagtail_prcouncil.persian.text import canonical

_DROPPED = re.compile(f"[{MARKS}ـ\u200d]+")
_GAP = re.compile(rf"[\W_{ZWNJ}]+")


def slugify(text: str, *, limit: int = 60) -> str:
    """The words of a headline joined by hyphens, in lower case, at most `limit` characters.

    Whole words only; a first word longer than the limit is cut. Half-spaces become hyphens,
    digits ASCII, harakat and kashida go. Empty when the text has no letter or digit.
    Every non-empty result matches Django's Unicode slug pattern ``[-\\w]+``.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", canonical(text)).lower())
    text = canonical(_DROPPED.sub("", text))
    words = _GAP.sub("-", digits.to_ascii(text)).strip("-")
    if len(words) <= limit:
        return words
    head = words[: max(limit, 0)]
    if words[len(head)] == "-":
        return head
    return head.rpartition("-")[0] or head
