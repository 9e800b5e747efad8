from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from wagtail_prcouncil.comments import marks


def test_a_browser_keeps_its_mark() -> None:
    request = RequestFactory().get("/")
    mark = marks.mark_in(request)
    response = HttpResponse()
    marks.remember(response, mark, request)
    again = RequestFactory().get("/")
    again.COOKIES[marks.COOKIE] = response.cookies[marks.COOKIE].value
    assert marks.mark_in(again) == mark
    assert marks.mark_in(request) != mark, "drawn anew for whoever has none"


@pytest.mark.parametrize("made_up", ["", "x", "../" * 11, "x" * 33, "۱" * 32])
def test_marks_of_ours_only(made_up: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[marks.COOKIE] = made_up
    assert marks.mark_in(request) != made_up


def test_what_is_stored_tells_nothing_of_other_comments() -> None:
    one, other = uuid4(), uuid4()
    stored = {marks.marked("m", key, what) for key in (one, other) for what in ("vote", "report")}
    assert len(stored) == 4
    assert marks.marked("m", one, "vote") in stored


def test_the_cookie_goes_to_single_comments() -> None:
    assert marks.cookie_path() == "/comments/c/"
    assert marks.cookie().days == 365
