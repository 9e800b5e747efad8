"""docs/theming.md: the table of components is what stands at the top of their files."""

import re
from pathlib import Path

from tests.docs.reading import ROOT, coded, table

COMPONENTS = ROOT / "wagtail_prcouncil/ui/templates/prcouncil_ui/components"
SHEET = ROOT / "wagtail_prcouncil/ui/static/prcouncil_ui/prcouncil.css"
BASE = COMPONENTS.parent / "base.html"
THEMING = ROOT / "docs/theming.md"

_COMMENT = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)


def said(path: Path) -> str:
    """The comment at the top of a component, on one line."""
    found = _COMMENT.search(path.read_text())
    assert found, f"{path.name} says nothing of itself"
    return " ".join(found[1].split())


def test_every_component_is_described() -> None:
    described = {coded(row[0]): row[1] for row in table(THEMING, "component")}
    written = {path.name: said(path) for path in COMPONENTS.glob("*.html")}
    lines = [f"| `{name}` | {words} |" for name, words in sorted(written.items())]
    assert described == written, "the table should be:\n" + "\n".join(lines)


def test_every_token_that_is_named_exists() -> None:
    sheet = SHEET.read_text()
    cells = [cell for row in table(THEMING, "token") for cell in row[0].split("`")]
    tokens = [cell for cell in cells if cell.startswith("--prc-")]
    assert len(tokens) > 30
    assert [token for token in tokens if f"{token}:" not in sheet] == []


def test_every_class_that_is_named_exists() -> None:
    sheet = SHEET.read_text()
    named = set(re.findall(r"`(prc-[a-z-]+)`", THEMING.read_text()))
    assert [name for name in sorted(named) if f".{name}" not in sheet] == []


def test_every_block_that_is_named_exists() -> None:
    base = BASE.read_text()
    named = set(re.findall(r"`(prc_[a-z]+)`", THEMING.read_text()))
    assert named == set(re.findall(r"{% block (prc_[a-z]+) %}", base))
