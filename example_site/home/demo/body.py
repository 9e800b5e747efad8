"""The demo's plain body parts as the blocks of a news page."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join

from home.demo.reading import BodyPart


def stream(parts: Iterable[BodyPart]) -> list[tuple[str, object]]:
    """Block names and values, as a StreamField takes them."""
    return [_block(part) for part in parts]


def _block(part: BodyPart) -> tuple[str, object]:
    if part.type == "heading":
        return "heading", part.text
    if part.type == "quote":
        return "quote", {"text": part.text, "attribution": part.attribution}
    if part.type == "list":
        rows = format_html_join("", "<li>{}</li>", ((item,) for item in part.items))
        return "paragraph", format_html("<ul>{}</ul>", rows)
    return "paragraph", format_html("<p>{}</p>", part.text)
