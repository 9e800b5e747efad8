"""What histories tell of meetings."""

import ast
import re
from pathlib import Path

from wagtail.log_actions import registry

import wagtail_prcouncil.meetings as meetings
from wagtail_prcouncil.meetings.admin.log_messages import MESSAGES
from wagtail_prcouncil.meetings.transitions import AssignmentVerb, Verb


def test_every_verb_has_its_words(db: None) -> None:
    known = dict(registry.get_choices())
    assert {f"prcouncil_meetings.{verb}" for verb in MESSAGES} <= set(known)
    assert {*Verb.values, *AssignmentVerb.values} <= set(MESSAGES)


def test_what_actions_log_has_words() -> None:
    written: set[str] = set()
    for path in (Path(meetings.__path__[0]) / "actions").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written |= set(re.findall(r"^prcouncil_meetings\.(\w+)$", node.value))
    assert written
    assert written <= set(MESSAGES)
