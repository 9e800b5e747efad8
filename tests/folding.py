"""Migrations whose new models stand whole: `python -m tests.folding FILE…` writes them so.

Django writes the indexes, the constraints and many of the foreign keys of a model that is new as
operations of their own, behind all models, and `optimizemigration` leaves them there. Each makes
Django render the model anew with every other that it is linked to, and SQLite its table as well:
half of the time that a new database takes. Here they go into their CreateModel, if what they name
is there by then. Only text is moved, so that what was edited by hand stays.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fingerprints import ROOT

# What may move, with the key of the options where it belongs; None: it is one of the fields.
MOVABLE = {
    "AddField": ("field", None),
    "AddIndex": ("index", "indexes"),
    "AddConstraint": ("constraint", "constraints"),
}


def migrations() -> list[Path]:
    """All of the project."""
    return sorted(
        path
        for place in ("wagtail_prcouncil", "example_site")
        for path in (ROOT / place).glob("*/migrations/0*.py")
    )


@dataclass
class NewModel:
    """A CreateModel, how many stand before it, and what is added to it further down."""

    call: ast.Call
    place: int
    added: dict[str | None, list[str]] = field(default_factory=dict)
    later: set[str] = field(default_factory=set)  # fields that have to wait for another model
    is_closed: bool = False  # something else happened to it: what follows stays behind that


def folded(source: str) -> str:
    """The text of a migration with all that can be in a CreateModel in it."""
    operations = _operations(ast.parse(source))
    models: dict[str, NewModel] = {}
    cuts = []
    for operation in operations:
        assert isinstance(operation, ast.Call)
        kind = ast.unparse(operation.func).removeprefix("migrations.")
        if kind == "CreateModel":
            name = _words(operation, "name").lower()
            models[name] = NewModel(operation, len(models))
        elif kind not in MOVABLE:
            for model in models.values():
                model.is_closed = True
        elif (model := models.get(_words(operation, "model_name").lower())) and _move(
            operation, kind, model, models, source
        ):
            cuts.append(operation)
    edits = [edit for model in models.values() for edit in _edits(model)]
    return _edited(source, edits, cuts)


def _move(
    operation: ast.Call, kind: str, model: NewModel, models: dict[str, NewModel], source: str
) -> bool:
    """Whether the operation now is part of the model."""
    argument, option = MOVABLE[kind]
    moved = _argument(operation, argument)
    assert moved is not None
    text = ast.get_source_segment(source, moved)
    assert text is not None
    words = {node.value for node in ast.walk(moved) if _is_text(node)}
    if option is None:
        name = _words(operation, "name")
        linked = {word.lower().rpartition(".")[2] for word in words if "." in word}
        waits = any(models[other].place >= model.place for other in linked & set(models))
        if waits or model.is_closed:
            model.later.add(name)
            return False
        text = f"({name!r}, {text})"
    elif model.is_closed or {word.lstrip("-").split("__")[0] for word in words} & model.later:
        return False
    model.added.setdefault(option, []).append(text)
    return True


def _edits(model: NewModel) -> Iterator[tuple[tuple[int, int], str]]:
    """What is written where."""
    for option, texts in model.added.items():
        if option is None:
            fields = _argument(model.call, "fields")
            yield _end(fields), "".join(f"    {text},\n            " for text in texts)
            continue
        options = _argument(model.call, "options")
        assert isinstance(options, ast.Dict)
        lists = {
            ast.literal_eval(key): value
            for key, value in zip(options.keys, options.values, strict=True)
            if key
        }
        if option in lists:
            yield _end(lists[option]), "".join(f", {text}" for text in texts)
        else:
            yield _end(options), f"    {option!r}: [{', '.join(texts)}],\n            "


def _edited(
    source: str, edits: Iterable[tuple[tuple[int, int], str]], cuts: Iterable[ast.Call]
) -> str:
    lines = source.encode().splitlines(keepends=True)
    changes = [(line, column, text.encode()) for (line, column), text in edits]
    for line, column, text in sorted(changes, reverse=True):
        lines[line] = lines[line][:column] + text + lines[line][column:]
    for cut in cuts:  # an operation has its lines for itself
        for line in range(cut.lineno - 1, cut.end_lineno or cut.lineno):
            lines[line] = b""
    return b"".join(lines).decode()


def _operations(tree: ast.Module) -> list[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "operations":
            assert isinstance(node.value, ast.List)
            return node.value.elts
    return []


def _argument(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _words(call: ast.Call, name: str) -> str:
    found = _argument(call, name)
    return ast.literal_eval(found) if found else ""


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _end(node: ast.expr | None) -> tuple[int, int]:
    """Where the bracket stands that closes it."""
    assert node is not None
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.end_lineno - 1, node.end_col_offset - 1


if __name__ == "__main__":
    for file in map(Path, sys.argv[1:]):
        file.write_text(folded(file.read_text()))
