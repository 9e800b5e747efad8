"""README and docs/ say what is true of the code beside them."""

import re
import subprocess
from inspect import formatannotation
from pathlib import Path
from typing import get_type_hints

import pytest
from django.test import override_settings
from django.utils.translation import override

from tests.docs.reading import DOCUMENTS, ROOT, Block, anchors, blocks, coded, links, table
from tests.stacks.sites import requirements
from wagtail_prcouncil import conf
from wagtail_prcouncil.ui.slots import SLOTS

DOCS = ROOT / "docs"
PYTHON_BLOCKS = [
    (document, block) for document in DOCUMENTS for block in blocks(document, "python")
]
IDS = [
    f"{document.relative_to(ROOT)}-{number}" for number, (document, _) in enumerate(PYTHON_BLOCKS)
]

pytestmark = pytest.mark.once


def test_every_setting_is_described() -> None:
    rows = table(DOCS / "settings.md", "key")
    assert [coded(row[0]) for row in rows] == list(conf.KEYS)
    with override("en"), override_settings(WAGTAIL_PRCOUNCIL={}, MEDIA_ROOT="media"):
        for key, promised, default, _effect in rows:
            read = conf.KEYS[coded(key)]
            assert coded(promised) == formatannotation(get_type_hints(read)["return"])
            assert coded(default) == str(read())


def test_every_check_is_described() -> None:
    described = [coded(row[0]) for row in table(DOCS / "settings.md", "id")]
    sources = "\n".join(path.read_text() for path in ROOT.glob("wagtail_prcouncil/**/*.py"))
    assert sorted(described) == sorted(set(re.findall(r"\bprcouncil_\w+\.[EW]\d{3}", sources)))


def test_every_slot_is_described() -> None:
    rows = table(DOCS / "slots.md", "slot")
    described = {coded(row[0]): row[1].replace("`", "") for row in rows}
    assert described == SLOTS


def test_slots_are_where_the_table_says() -> None:
    """A slot that is described and in no template would silently show nothing."""
    templates = [
        path.read_text()
        for folder in ("wagtail_prcouncil", "example_site")
        for path in ROOT.glob(f"{folder}/**/*.html")
    ]
    assert [
        name for name in SLOTS if not any(f'page_slot "{name}"' in text for text in templates)
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    lost = []
    for link in links(document):
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize(("document", "block"), PYTHON_BLOCKS, ids=IDS)
def test_python_compiles(document: Path, block: Block) -> None:
    compile(block.text, str(document), "exec")


def test_names_in_the_glossary_are_in_the_code() -> None:
    """The second table lists what exists; the first also what is still to come."""
    sources = "\n".join(
        path.read_text()
        for kind in ("py", "html")
        for path in ROOT.glob(f"wagtail_prcouncil/**/*.{kind}")
    )
    names = [
        name
        for row in table(DOCS / "glossary.md", "term (in the code)")
        for name in re.findall(r"`([^`]+)`", row[0])
    ]
    assert names
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}", sources)] == []


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        reached.add(document)
        targets = {(document.parent / link.partition("#")[0]).resolve() for link in links(document)}
        waiting += [path for path in targets - reached if path in DOCUMENTS]
    assert [str(path) for path in DOCUMENTS if path not in reached] == []


def test_pictures_are_light() -> None:
    """Whoever clones the project downloads them for ever."""
    pictures = sorted((DOCS / "img").iterdir())
    assert pictures
    assert {
        path.name: path.stat().st_size for path in pictures if path.stat().st_size > 200_000
    } == {}


def test_make_targets_exist() -> None:
    commands = "\n".join(
        text
        for document in DOCUMENTS
        for text in [
            *(block.text for block in blocks(document, "sh")),
            *re.findall(r"`([^`\n]+)`", document.read_text()),
        ]
    )
    named = set(re.findall(r"^(?:[A-Z]+=\S+ )?make ([a-z]+)", commands, re.MULTILINE))
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"demo", "test", "bench"} <= named
    assert named <= set(re.findall(r"^make ([a-z]+)", done.stdout, re.MULTILINE))


def test_the_layers_hold_every_module() -> None:
    drawn = next(block.text for block in blocks(DOCS / "architecture.md") if not block.language)
    modules = {
        path.stem
        for path in (ROOT / "wagtail_prcouncil").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert modules - {"__init__", "apps"} <= set(re.findall(r"\w+", drawn))


def test_every_app_is_described() -> None:
    described = {
        coded(row[0]): {f"wagtail_prcouncil.{name}" for name in re.findall(r"`(\w+)`", row[2])}
        for row in table(DOCS / "architecture.md", "app")
    }
    assert described == {app: set(required) for app, required in requirements().items()}
