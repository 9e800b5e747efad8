"""What histories tell of charters."""

import ast
from pathlib import Path

from wagtail.log_actions import registry

import wagtail_prcouncil.charters as charters
from wagtail_prcouncil.charters.admin.log_messages import MESSAGES
from wagtail_prcouncil.charters.transitions import Verb


def test_every_verb_has_its_words(db: None) -> None:
    known = dict(registry.get_choices())
    assert {f"prcouncil_charters.{verb}" for verb in MESSAGES} <= set(known)
    assert set(Verb.values) <= set(MESSAGES)


def test_what_actions_note_has_words() -> None:
    written: set[str] = set()
    for path in (Path(charters.__path__[0]) / "actions").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "note":
                continue
            if isinstance(node.args[1], ast.Constant):
                written.add(str(node.args[1].value))
    assert {"unveil", "set_particulars"} <= written
    assert written <= set(MESSAGES)
