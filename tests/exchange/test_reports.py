import pytest
from django.utils.translation import override

from tests.exchange.making import LocaleImport
from wagtail_prcouncil.exchange.kinds import Outcome
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reports import shown_lines, tallies

pytestmark = pytest.mark.once


def test_outcomes_that_need_attention_come_first() -> None:
    run = ImportRun(counts={"unchanged": 5, "error": 2})
    assert [(tally.state, tally.number) for tally in tallies(run)] == [
        ("", 7),
        ("error", 2),
        ("unchanged", 5),
    ]


def test_a_line_in_the_words_of_its_columns() -> None:
    changed = Outcome(2, "tr", "changed", [("since", "", "1991-04-21"), ("gone", "a", "b")])
    refused = Outcome(3, "", "error", [], [("code", "no code"), ("", "no line")], [("", "odd")])
    with override("en"):
        first, second = shown_lines([changed, refused], LocaleImport().columns())
    assert first.changes == [("Since", "", "1991-04-21 (1370/02/01)")]
    assert second.errors == [("Code", "no code"), ("", "no line")]
    assert (first.notes, second.notes) == ([], [("", "odd")])
