"""Lists as they are pasted."""

import pytest
from django.utils import translation

from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.meetings.mailing.lines import Entry, WrongLine, read

SEAT = Seat(pk=7)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("روابط عمومی راه <roads@example.ir>", Entry("روابط عمومی راه", "roads@example.ir")),
        ("roads@example.ir", Entry("", "roads@example.ir")),
        ("<roads@example.ir>,", Entry("", "roads@example.ir")),
        ("\u200f«راه» <roads@example.ir>؛", Entry("راه", "roads@example.ir")),
        ("راه <roads@example.ir> Roads-Qom", Entry("راه", "roads@example.ir", SEAT)),
        ("roads@example.ir roads-qom", Entry("", "roads@example.ir", SEAT)),
        ("روابط عمومي <roads@example.ir>", Entry("روابط عمومی", "roads@example.ir")),
    ],
)
def test_a_good_line(line: str, entry: Entry) -> None:
    assert read(line, {"roads-qom": SEAT}) == ([entry], [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("راه roads@example.ir", "Write it as: name <address>"),
        ("راه <roads@example>", "“roads@example” is no address."),
        ("راه <a@example.ir, b@example.ir>", "“a@example.ir, b@example.ir” is no address."),
        ("راه <>", "“” is no address."),
        ("راه <a@example.ir> ghost", "No agency “ghost” has a seat in this council."),
        (f"{'ر' * 201} <a@example.ir>", "This is too long."),
    ],
)
def test_a_bad_line_says_why(line: str, why: str) -> None:
    with translation.override("en"):
        assert read(f"\na@example.ir\n{line}", {}) == (
            [Entry("", "a@example.ir")],
            [WrongLine(3, line, why)],
        )
