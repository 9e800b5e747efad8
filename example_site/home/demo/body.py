"""The demo's plain body parts as the blocks of a news page."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join

from home.demo.library import Library
from home.demo.reading import BodyPart

Block = tuple[str, object]


def stream(parts: Iterable[BodyPart], library: Library) -> list[Block]:
    """Block names and values, as a StreamField takes them."""
    return [_block(part, library) for part in parts]


def _block(part: BodyPart, library: Library) -> Block:
    match part.type:
        case "heading":
            return "heading", part.text
        case "quote":
            return "quote", {"text": part.text, "attribution": part.attribution}
        case "list":
            rows = format_html_join("", "<li>{}</li>", ((item,) for item in part.items))
            return "paragraph", format_html("<ul>{}</ul>", rows)
        case "gallery":
            return _gallery(part, library)
        case "table":
            return _table(part)
        case "document":
            return "document", {"document": library.table_file(part), "title": part.text}
        case "media":
            said = format_html("<p>{}</p>", part.text)
            file = library.sound(part)
            return "media", {"file": file, "title": part.title, "transcript": said}
        case "link_card":
            return _link_card(part, library)
    return "paragraph", format_html("<p>{}</p>", part.text)


def _gallery(part: BodyPart, library: Library) -> Block:
    shown = [{"image": library.picture(name), "alt": alt} for name, alt in part.rows]
    return "gallery", {"pictures": shown, "caption": part.text, "credit": part.attribution}


def _table(part: BodyPart) -> Block:
    grid = {
        "caption": part.text,
        "columns": [{"type": "text", "heading": heading} for heading in part.items],
        "rows": [{"values": list(row)} for row in part.rows],
    }
    return "table", {"table": grid, "row_headings": True}


def _link_card(part: BodyPart, library: Library) -> Block:
    page = library.pages.get(part.source)
    target = {"page": page} if page else {"url": part.source}
    return "link_card", {**target, "title": part.title, "text": part.text}
