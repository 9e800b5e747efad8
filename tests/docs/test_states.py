"""docs/states.md has the tables of transitions that the code has."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from tests.docs.reading import ROOT
from wagtail_prcouncil.charters import transitions as charters
from wagtail_prcouncil.comments import states as comments
from wagtail_prcouncil.councils import states as councils
from wagtail_prcouncil.meetings import transitions as meetings

PAGE = ROOT / "docs" / "states.md"

pytestmark = pytest.mark.once


def drawn(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as the page has it."""
    heads = list(headings)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def of_verbs(
    transitions: Mapping[str, councils.Transition]
    | Mapping[meetings.Verb, meetings.Transition]
    | Mapping[meetings.ReportVerb, meetings.Transition]
    | Mapping[meetings.ResolutionVerb, meetings.Transition]
    | Mapping[meetings.AssignmentVerb, meetings.Transition]
    | Mapping[charters.Verb, charters.Transition],
) -> str:
    """Verb by verb, for meetings, charters and councils."""
    return _of_rows(
        (verb, rule.before, rule.after, rule.right, getattr(rule, "needs_reason", False))
        for verb, rule in transitions.items()
    )


def of_comments() -> str:
    return _of_rows(
        (verb, rule.sources, rule.to, rule.right, rule.needs_reason)
        for verb, rule in comments.TRANSITIONS.items()
    )


def of_replies() -> str:
    """What is done has no name of its own there: the state says it."""
    rows = comments.ANSWER_TRANSITIONS.items()
    return drawn(["from", "to"], [[_coded([before]), _coded(after)] for before, after in rows])


def _of_rows(rows: Iterable[tuple[str, frozenset[str], str | None, str, bool]]) -> str:
    return drawn(
        ["verb", "from", "to", "right", "needs a reason"],
        [
            [_coded([verb]), _coded(before), _coded([after or ""]), _coded([right]), _said(reason)]
            for verb, before, after, right, reason in rows
        ],
    )


def _coded(names: Iterable[str]) -> str:
    return ", ".join(f"`{name!s}`" for name in sorted(map(str, names)) if name)


def _said(needs_reason: bool) -> str:
    return "yes" if needs_reason else ""


TABLES: Mapping[str, Callable[[], str]] = {
    "Meeting": lambda: of_verbs(meetings.STATUS),
    "Agenda": lambda: of_verbs(meetings.AGENDA),
    "Minutes": lambda: of_verbs(meetings.MINUTES),
    "Member report": lambda: of_verbs(meetings.REPORTS),
    "Resolution": lambda: of_verbs(meetings.RESOLUTIONS),
    "Assignment": lambda: of_verbs(meetings.ASSIGNMENTS),
    "Version of a charter": lambda: of_verbs(charters.VERSIONS),
    "Election": lambda: of_verbs(councils.TRANSITIONS),
    "Reader comment": of_comments,
    "Official reply": of_replies,
}
"""By the heading below which each stands."""


def sections() -> dict[str, str]:
    """The text below each heading of the page."""
    _, *parts = PAGE.read_text().split("\n## ")
    return {name: text for name, _, text in (part.partition("\n") for part in parts)}


def test_every_table_has_its_section() -> None:
    assert list(sections()) == list(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_the_page_says_what_the_code_does(name: str) -> None:
    right = TABLES[name]()
    said = "\n".join(line for line in sections()[name].splitlines() if line.startswith("|"))
    assert said == right, f"docs/states.md, below “{name}”, should be:\n\n{right}\n"
