"""Files are looked into before they are kept."""

import pytest

from tests.meetings.owing import paper
from wagtail_prcouncil.meetings.actions.attaching import LONGEST_TITLE, MOST, Attached, check_files
from wagtail_prcouncil.meetings.rules import MeetingError


def test_a_file_is_called_as_it_is_without_its_ending() -> None:
    assert Attached.of(paper("گزارش نخست.pdf")).title == "گزارش نخست"
    assert len(Attached.of(paper("الف" * 300 + ".pdf")).title) == LONGEST_TITLE


def test_what_is_not_let_in_is_named() -> None:
    good, bad = Attached.of(paper()), Attached.of(paper("جدول.exe", b"MZ"))
    assert check_files([good]) == [good]
    with pytest.raises(MeetingError, match="جدول") as told:
        check_files([good, bad])
    assert told.value.field == "attached"


def test_there_is_an_end_to_how_many() -> None:
    with pytest.raises(MeetingError):
        check_files([Attached.of(paper())] * (MOST + 1))
