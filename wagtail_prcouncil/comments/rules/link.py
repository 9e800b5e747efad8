"""Addresses to go to: of pages, channels and messengers, also those written to slip through.

They are shown as text and never made links, so a hit says that somebody may be advertising. Phone
numbers and mail addresses are personal data.
"""

import re
from collections.abc import Iterator

from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.rules.skeleton import plain
from wagtail_prcouncil.comments.states import Hold

# Names of countries have two letters; of the others those that are met.
_TOP = (
    "[a-z]{2}|com|net|org|info|biz|app|dev|xyz|site|shop|store|online|club|link|click|top|pro|live|"
    "blog|news|edu|gov|mil|int|mobi|name|icu|vip|world|space|website|tech|page|fun|asia|cloud|"
    "digital|agency|bet|casino|win|loan|me|xn--[a-z0-9-]+"
)
_DOT = r"(?:\.|\s\.\s|\s*[\[({<]\s*(?:\.|dot|نقطه|دات)\s*[\])}>]\s*|\s+(?:dot|نقطه|دات)\s+)"
_LABEL = "[a-z0-9-]{1,63}"
_TAIL = r"(?:[:/?#]\S{0,200})?"
_MESSENGER = (
    "تلگرام|اینستا(?:گرام)?|ایتا|روبیکا|سروش|واتس\\s?[آا]پ|یوتیوب|telegram|instagram|whatsapp"
)

_KINDS: dict[str, re.Pattern[str]] = {
    "address": re.compile(
        rf"(?<![a-z])(?:h[tx]{{2}}ps?|ftp|tg|javascript)\s?:\s?[/\\]?\s?[/\\]?\s?\S{{1,200}}"
        r"|(?<![a-z0-9])[a-z][a-z0-9+-]{1,15}://\S{1,200}"
        rf"|(?<![a-z0-9])www{_DOT}\S{{1,200}}"
    ),
    "site": re.compile(
        rf"(?<![a-z0-9@._-]){_LABEL}(?:{_DOT}{_LABEL}){{0,4}}?{_DOT}(?:{_TOP})(?![a-z0-9-]|\.[a-z0-9]){_TAIL}"
    ),
    "spelled": re.compile(
        r"(?<!\w)(?:نقطه|دات)\s*(?:کام|نت|ارگ|آی\s?آر|ای\s?ار|ایآر|ایار|ir|com|net|org)(?!\w)"
    ),
    "number": re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])(?:[:/]\S{0,200})?"),
    "channel": re.compile(
        r"(?<![a-z0-9._@-])@\s?[a-z][a-z0-9_]{2,40}(?![a-z0-9_])"
        rf"|(?<!\w)(?:آیدی|ایدی|آی\s?دی|id|کانال|پیج|گروه)\s(?:{_MESSENGER})\w{{0,3}}(?!\w)"
    ),
}


def link(examined: Examined) -> list[Hit]:
    """Each address once, with its kind; linear in the text."""
    return [
        Hit(Hold.LINK, field, start, end, detail=kind)
        for field, words in examined.words()
        for kind, start, end in links(words)
    ]


def links(words: str) -> Iterator[tuple[str, int, int]]:
    """Kind and place of each address, those that lie within one already found left out."""
    seen = plain(words)
    taken = bytearray(len(seen.signs))
    for kind, pattern in _KINDS.items():
        for found in pattern.finditer(seen.signs):
            start, end = found.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield kind, *seen.span(start, end)
