"""The body of an old page as blocks of ours: words, headings, quotations, pictures.

What has no block (players, forms, scripts, colours) goes, and is told.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from wagtail_prcouncil.persian.text import canonical

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol"}
_DROPPED = {"script", "style", "iframe", "object", "embed", "form", "video", "audio", "noscript"}
_BOXES = {"div", "section", "article", "main", "center", "header", "footer", "aside", "figure"}
_ROWS = {"table", "thead", "tbody", "tfoot", "tr"}
_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL)
_PICTURE_AND_WORDS = re.compile(r"(.*?<img[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?\]")
_BLOCK_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure)\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")
_BREAKS = re.compile(r"(?:\s*<br\s*/?>\s*){2,}")

FindPicture = Callable[[str], int | None]
"""Key of the picture that an address names, or None when there is none at hand."""


class _Words(Whitelister):
    """What running text may hold; WORDS of `blocks.words` says the same to the editor."""

    element_rules = {
        "[document]": allow_without_attributes,
        "a": attribute_rule({"href": check_url}),
        "b": allow_without_attributes,
        "strong": lambda tag: _renamed(tag, "b"),
        "br": allow_without_attributes,
        "li": allow_without_attributes,
        "ol": allow_without_attributes,
        "ul": allow_without_attributes,
    }


def _renamed(tag: Tag, name: str) -> None:
    tag.name = name
    tag.attrs = {}


@dataclass
class Body:
    """Blocks as a stream stores them, and what of the old page has no place in it."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, kind: str, value: Any) -> None:
        self.blocks.append({"type": kind, "value": value})


def read_body(html: str, find_picture: FindPicture) -> Body:
    """HTML, or plain text with empty lines between paragraphs."""
    body = Body()
    soup = BeautifulSoup(_paragraphs(_without_shortcodes(html, body)), "html.parser")
    _walk(soup, body, find_picture)
    return body


def _without_shortcodes(html: str, body: Body) -> str:
    """WordPress's [caption] is a figure; its other brackets stand for what is not in the text."""
    html = _CAPTION.sub(_figure, html)
    # In Persian text brackets are brackets: only names of Latin letters are taken out.
    if found := _SHORTCODE.search(html):
        body.lost.append(found[0][:60])
    return _SHORTCODE.sub("", html)


def _figure(found: re.Match[str]) -> str:
    parts = _PICTURE_AND_WORDS.fullmatch(found[1])
    if parts is None:
        return found[1]
    return f"<figure>{parts[1]}<figcaption>{parts[2].strip()}</figcaption></figure>"


def _paragraphs(html: str) -> str:
    """Paragraphs where the page has none: WordPress and plain text part them by empty lines."""
    text = html.replace("\r\n", "\n").strip()
    if "<p" in text.lower():
        return text
    parts = []
    for part in _PARAGRAPHS.split(text):
        parts.append(part if _BLOCK_TAG.match(part) else f"<p>{part}</p>" if part else "")
    return "\n".join(parts)


def _walk(node: Tag, body: Body, find_picture: FindPicture) -> None:
    """Blocks of what stands in `node`; loose words between them become paragraphs."""
    loose: list[str] = []

    def settle() -> None:
        _words("".join(loose), body)
        loose.clear()

    for child in list(node.children):
        if isinstance(child, Comment):
            continue
        if isinstance(child, NavigableString):
            loose.append(escape(child))
        elif isinstance(child, Tag) and _is_inline(child):
            loose.append(str(child))
        elif isinstance(child, Tag):
            settle()
            _block(child, body, find_picture)
    settle()


def _is_inline(tag: Tag) -> bool:
    known = _HEADINGS | _LISTS | _DROPPED | _BOXES | _ROWS
    if tag.name in known | {"p", "blockquote", "img", "hr"}:
        return False
    return tag.find(["img", "iframe", "p"]) is None


def _block(tag: Tag, body: Body, find_picture: FindPicture) -> None:
    name = tag.name
    if name in _DROPPED:
        body.lost.append(f"<{name}>")
    elif name == "img":
        _picture(tag, "", body, find_picture)
    elif name == "figure" and (picture := tag.find("img")):
        caption = tag.find("figcaption")
        _picture(picture, _text(caption) if caption else "", body, find_picture)
    elif name in _HEADINGS and _text(tag):
        body.add("heading", _text(tag))
    elif name == "blockquote" and _text(tag):
        body.add("quote", {"text": _text(tag), "attribution": ""})
    elif name in _LISTS:
        body.add("paragraph", _cleaned(str(tag)))
    elif name == "tr":
        _words(" | ".join(escape(_text(cell)) for cell in tag.find_all(["th", "td"])), body)
    elif name == "p" and tag.find(["img", "iframe"]) is None:
        _words(tag.decode_contents(), body)
    elif name != "hr":
        _walk(tag, body, find_picture)


def _picture(tag: Tag, caption: str, body: Body, find_picture: FindPicture) -> None:
    source = str(tag.get("src") or "")
    key = find_picture(source) if source else None
    if key is None:
        body.lost.append(gettext("picture %(source)s") % {"source": source[:200]})
        return
    alt = canonical(str(tag.get("alt") or "")).strip()[:200]
    body.add("figure", {"image": key, "alt": alt, "caption": caption[:250], "credit": ""})


def _words(html: str, body: Body) -> None:
    """One paragraph for each stretch between empty lines."""
    for part in _BREAKS.split(html):
        cleaned = _cleaned(part)
        if BeautifulSoup(cleaned, "html.parser").get_text(strip=True):
            body.add("paragraph", f"<p>{cleaned}</p>")


def _cleaned(html: str) -> str:
    return canonical(_Words().clean(html)).replace("\n", " ").strip()


def _text(tag: Tag) -> str:
    return " ".join(canonical(tag.get_text(" ")).split())
