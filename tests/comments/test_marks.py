from uuid import uuid4

from wagtail_prcouncil.comments.marks import READER, marked


def test_what_is_stored_tells_nothing_of_other_comments() -> None:
    one, other = uuid4(), uuid4()
    stored = {marked("m", key, what) for key in (one, other) for what in ("vote", "report")}
    assert len(stored) == 4
    assert marked("m", one, "vote") in stored


def test_the_cookie_goes_to_single_comments() -> None:
    assert (READER.name, READER.path()) == ("prc-reader", "/comments/c/")
    assert READER.cookie().days == 365
