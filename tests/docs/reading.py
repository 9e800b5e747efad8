"""README and docs as tests read them: links, tables and code blocks."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"\A(?:#|/\*|\{#) ([\w/.-]+\.(?:py|html|css))\b")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block; `file` is the path that its first line names, or empty."""

    language: str
    text: str
    file: str


def blocks(document: Path, language: str = "") -> list[Block]:
    """The blocks of a document in order, of one language where it is given."""
    found = _BLOCK.findall(document.read_text())
    return [
        Block(kind, text, match[1] if (match := _FILE.match(text)) else "")
        for kind, text in found
        if language in {"", kind}
    ]


def links(document: Path) -> list[str]:
    """Targets of the document's links, without those to other hosts."""
    words = _BLOCK.sub("", document.read_text())
    return [link for link in _LINK.findall(words) if "://" not in link and "mailto:" not in link]


def anchors(document: Path) -> set[str]:
    """What a link may name behind `#`, as repositories make it of headings."""
    headings = _HEADING.findall(_BLOCK.sub("", document.read_text()))
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


def table(document: Path, first_heading: str) -> list[list[str]]:
    """The cells, row by row, of the table whose first column has this heading."""
    lines = iter(document.read_text().splitlines())
    for line in lines:
        if line.startswith(f"| {first_heading} |"):
            break
    next(lines)
    rows: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return rows


def coded(cell: str) -> str:
    """The text between a cell's first pair of backticks."""
    return cell.split("`")[1]
