import pytest

from wagtail_prcouncil.exchange.csv_reading import NotTextError, csv_lines

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (b"a,b;c,d", ["a", "b;c", "d"]),
        (b'"a,b,c";d', ["a,b,c", "d"]),
        (b"only one", ["only one"]),
        (b"a\tb\tc,d", ["a", "b", "c,d"]),
    ],
)
def test_the_delimiter_is_what_parts_most(line: bytes, cells: list[str]) -> None:
    assert list(csv_lines(line)) == [(1, cells)]


def test_lines_may_end_as_on_any_machine() -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        assert [record for _, record in csv_lines(end.join([b"a,b", b"1,2"]))] == [
            ["a", "b"],
            ["1", "2"],
        ]


def test_the_line_that_is_no_text_is_named() -> None:
    with pytest.raises(NotTextError) as refused:
        list(csv_lines(b"a\nb\n\x01\n"))
    assert refused.value.line == 3
