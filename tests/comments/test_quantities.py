import datetime as dt

import pytest
from django.utils.translation import override

from wagtail_prcouncil.comments.quantities import moment_as_read, share_as_read, span_as_read


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, "–"),
        (dt.timedelta(seconds=59), "less than a minute"),
        (dt.timedelta(minutes=1), "1 minute"),
        (dt.timedelta(minutes=59, seconds=59), "59 minutes"),
        (dt.timedelta(hours=47), "47 hours"),
        (dt.timedelta(days=2), "2 days"),
        (dt.timedelta(days=1500), "1,500 days"),
    ],
)
def test_a_span_is_told_roughly(span: dt.timedelta | None, words: str) -> None:
    with override("en"):
        assert span_as_read(span) == words


def test_what_is_to_come_is_told_with_its_hour() -> None:
    moment = dt.datetime(2026, 11, 22, 6, 30, tzinfo=dt.UTC)
    with override("fa"):
        assert "۱ آذر ۱۴۰۵" in moment_as_read(moment)
        assert "۱۰:۰۰" in moment_as_read(moment)
    assert moment_as_read(None) == ""


def test_persian_readers_get_persian_digits() -> None:
    with override("fa"):
        assert share_as_read(1, 3) == "۳۳٪"
        assert share_as_read(0, 0) == "–"
