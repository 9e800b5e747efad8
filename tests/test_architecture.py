"""docs/architecture.md, held: what a reviewer would otherwise have to look for by hand."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "wagtail_prcouncil"

# Names under which anything can hide, so that nobody finds it.
DRAWERS = {
    *"common core helper helpers manager managers misc selectors services util utils".split()
}
MOST_LINES = 300
MOST_FUNCTION_LINES = 50
MOST_HOOK_LINES = 40
MOST_COMPONENT_LINES = 40

# Modules of the package without a test file of their own name, and where they are tested instead.
TESTED_ELSEWHERE = {
    "apps": "tests/stacks installs every set of apps",
    "urls": "its addresses are asked for by the tests of views and of walks",
    "wagtail_hooks": "registers only; what it registers is tested under its own name",
    "paper_urls": "its address is asked for by the tests of papers",
    "signal_handlers": "tested through the signals, beside the actions they call",
}

# Words that add nothing to a name when its docstring repeats it.
FILLERS = {
    *"a an and class for from function get in is it method model of on or return".split()
} | {*"that the this to with".split()}

pytestmark = pytest.mark.once


def tracked(*patterns: str) -> list[Path]:
    """Files of the project by git pathspec: those committed, and new ones git does not ignore."""
    command = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        *patterns,
    ]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(ROOT / name for name in names.split("\0") if name and (ROOT / name).exists())


SOURCES = [path for path in tracked("*.py") if "migrations" not in path.parts]
SHIPPED = [path for path in SOURCES if PACKAGE in path.parents]
TREES = {path: ast.parse(path.read_text()) for path in SOURCES}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(paths: list[Path] = SOURCES) -> Iterator[tuple[Path, Function]]:
    for path in paths:
        for node in ast.walk(TREES[path]):
            if isinstance(node, Function):
                yield path, node


def at(path: Path, line: int = 0) -> str:
    """How a finding is named: a place an editor can open."""
    return f"{path.relative_to(ROOT)}{f':{line}' if line else ''}"


def test_layers() -> None:
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_module_is_a_drawer() -> None:
    named = {part for path in SOURCES for part in (path.stem, *path.relative_to(ROOT).parts[:-1])}
    assert named & DRAWERS == set()


def test_files_stay_small() -> None:
    long = {at(path): len(path.read_text().splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in long.items() if lines > MOST_LINES} == {}


def test_functions_stay_small() -> None:
    long = {
        f"{at(path, node.lineno)} {node.name}": lines
        for path, node in functions()
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert long == {}


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("wagtail_prcouncil/*/wagtail_hooks.py", MOST_HOOK_LINES),
        ("*/templates/*/components/*.html", MOST_COMPONENT_LINES),
        ("*/templates/*/blocks/*.html", MOST_COMPONENT_LINES),
    ],
)
def test_hooks_and_components_stay_small(pattern: str, most: int) -> None:
    paths = tracked(pattern)
    assert paths, "the pattern finds nothing"
    assert [at(path) for path in paths if len(path.read_text().splitlines()) > most] == []


def test_every_def_is_annotated() -> None:
    assert [
        f"{at(path, node.lineno)} {node.name}" for path, node in functions() if _bare(node)
    ] == []


def _bare(node: Function) -> bool:
    """Whether a parameter other than self and cls, or the result, has no annotation."""
    listed = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    stars = [star for star in (node.args.vararg, node.args.kwarg) if star]
    untyped = [arg for arg in [*listed, *stars] if not arg.annotation]
    return node.returns is None or any(arg.arg not in {"self", "cls"} for arg in untyped)


def test_settings_are_read_in_conf_only() -> None:
    found = re.compile(r"getattr\(\s*settings\b")
    others = [path for path in SHIPPED if path != PACKAGE / "conf" / "reading.py"]
    assert [at(path) for path in others if found.search(path.read_text())] == []


def test_no_exception_is_swallowed_whole() -> None:
    found = [
        at(path, node.lineno)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert found == []


def test_actions_know_no_request() -> None:
    """Verbs are called by views, commands and imports alike; only views talk to a browser."""
    actions = [path for path in SHIPPED if path.stem == "actions" or path.parent.name == "actions"]
    assert actions
    found = [
        at(path, getattr(node, "lineno", 0))
        for path in actions
        for node in ast.walk(TREES[path])
        if (isinstance(node, ast.arg) and node.arg == "request")
        or (isinstance(node, ast.Name) and node.id in {"request", "messages"})
        or (isinstance(node, ast.ImportFrom) and node.module == "django.contrib.messages")
        or (isinstance(node, ast.alias) and node.name in {"messages", "django.contrib.messages"})
    ]
    assert found == []


def test_no_model_signals() -> None:
    """What follows a change belongs to the action that makes it; a save says too little. One field
    drops the files of rows that go: some go with a page, and no action of ours is asked."""
    signals = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}
    of_files = ("uploads/private.py", {"post_delete"})
    found = [
        at(path, node.lineno)
        for path in SHIPPED
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.db.models.signals"
        and (named := signals & {name.name for name in node.names})
        and not (path.as_posix().endswith(of_files[0]) and named == of_files[1])
    ]
    assert found == []


def test_templates_and_static_files_lie_under_their_label() -> None:
    """Folders of two apps never meet, and a site knows which app's file it replaces.

    But for those that stand in for Wagtail's own (docs/jalali-dates.md).
    """
    astray = [
        at(path)
        for kind in ("templates", "static")
        for path in tracked(f"wagtail_prcouncil/*/{kind}/**")
        if path.relative_to(PACKAGE).parts[2] != f"prcouncil_{path.relative_to(PACKAGE).parts[0]}"
        and path.relative_to(PACKAGE).parts[:3] != ("ui", "templates", "wagtailadmin")
    ]
    assert astray == []


def test_every_module_has_its_test() -> None:
    missing = []
    for path in SHIPPED:
        place = path.relative_to(PACKAGE).with_suffix("")
        if not _has_code(TREES[path]) or place.name in TESTED_ELSEWHERE:
            continue
        if not any(test.exists() for test in _tests_of(place)):
            missing.append(at(path))
    assert missing == []


def _tests_of(module: Path) -> list[Path]:
    """Where tests of news/codes.py may stand: tests/news/test_codes.py. Those of a module in a
    folder of its app, news/models/code.py, also in tests/news/test_models.py or test_code.py.
    """
    *folders, name = module.parts[:-1] if module.name == "__init__" else module.parts
    names = [*folders[1:], name]
    places = [ROOT.joinpath("tests", *folders), ROOT.joinpath("tests", *folders[:1])]
    return [place / f"test_{name}.py" for place in places for name in names]


def _has_code(tree: ast.Module) -> bool:
    """More than a docstring, imports and plain names."""
    return any(isinstance(node, Function | ast.ClassDef) for node in tree.body)


def test_docstrings_say_more_than_the_name() -> None:
    repeated = [
        f"{at(path, node.lineno)} {node.name}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, Function | ast.ClassDef)
        and (said := _words(ast.get_docstring(node) or ""))
        and said <= _words(node.name) | FILLERS
    ]
    assert repeated == []


def _words(text: str) -> set[str]:
    """Lower-case words, with CamelCase and snake_case taken apart and plurals made one."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text).replace("_", " ").lower()
    return {word.removesuffix("s") for word in re.findall(r"[^\W\d_]+", spaced)}


def test_nothing_names_a_place_of_one_machine() -> None:
    """Files and commit messages hold for every checkout."""
    found = re.compile(r"(?<![\w.*])/(work|farm|root|Users|tmp/bash_jobs)/")
    no_texts = {".png", ".jpg", ".webp", ".mo", ".woff2"}
    texts = [path for path in tracked() if path.suffix not in no_texts]
    assert [
        at(path) for path in texts if path != Path(__file__) and found.search(path.read_text())
    ] == []
    log = subprocess.run(
        ["git", "log", "--format=%B"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.findall(log.stdout) == []
